import type { Store } from './schema.server.ts';
import { hashSecret } from './secrets.server.ts';

/** A sign-in on its way through the provider. */
export interface SignInAttempt {
  state: string;
  /** Of a cookie, so that only the browser that began may end it. */
  browserKey: string;
  nonce: string;
  codeVerifier: string;
  returnAddress: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Remembers a sign-in until the provider sends the browser back. */
export async function createSignInAttempt(store: Store, attempt: SignInAttempt): Promise<void> {
  await store
    .insertInto('sign_ins')
    .values({
      state_hash: hashSecret(attempt.state),
      browser_hash: hashSecret(attempt.browserKey),
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_address: attempt.returnAddress,
      expires_at: new Date(attempt.expiresAt).toISOString(),
    })
    .execute();
}

/** Takes a sign-in out of the store, so it can be ended once; undefined where this browser began none of this state. */
export async function takeSignInAttempt(
  store: Store,
  { state, browserKey }: Pick<SignInAttempt, 'state' | 'browserKey'>,
): Promise<SignInAttempt | undefined> {
  const row = await store
    .deleteFrom('sign_ins')
    .where('state_hash', '=', hashSecret(state))
    .where('browser_hash', '=', hashSecret(browserKey))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    state,
    browserKey,
    nonce: row.nonce,
    codeVerifier: row.code_verifier,
    returnAddress: row.return_address,
    expiresAt: Date.parse(row.expires_at),
  };
}
