import type { SandboxDocs } from './docs.ts';
import type { Dialect, Switches } from './gateway/switches.ts';
import type { Licensing } from './licensing/create-licensing.ts';
import type { ContentStore } from './store/content-store.ts';
import type { Throttle } from './throttle.ts';
import type { Tokens } from './tokens.ts';

/** What every route of one sandbox shares. */
export interface AppState {
  dialect: Dialect;
  switches: Switches;
  store: ContentStore;
  licensing: Licensing;
  tokens: Tokens;
  throttle: Throttle;
  docs?: SandboxDocs | undefined;
}
