import { createRemoteSource } from './remote-source.client.ts';

let source: ReturnType<typeof createRemoteSource> | undefined;

/** The search of the page's site and language: one worker, whoever asks. */
export function sharedSource(
  site: Parameters<typeof createRemoteSource>[0],
): ReturnType<typeof createRemoteSource> {
  source ??= createRemoteSource(site);
  return source;
}
