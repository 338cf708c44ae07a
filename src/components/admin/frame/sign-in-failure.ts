/** Words for the codes of a failed sign-in, each with the way to go on. */
const failures: Record<string, { title: string; text: string }> = {
  'provider-unreachable': {
    title: 'The sign-in service does not answer',
    text: 'Your company’s sign-in service could not be reached. Try again in a few minutes; if it stays so, tell whoever runs it.',
  },
  'client-refused': {
    title: 'The sign-in service does not know this site',
    text: 'Its client id or secret is not accepted. Whoever set up this site has to correct OIDC_CLIENT_ID or OIDC_CLIENT_SECRET.',
  },
  cancelled: {
    title: 'Sign-in was cancelled',
    text: 'You gave up, or the sign-in service says that you may not use this site. Sign in again, or ask whoever manages sign-in in your company.',
  },
  'provider-refused': {
    title: 'The sign-in service refused',
    text: 'It gave a reason that only its administrators can look into. Tell them when it happened.',
  },
  expired: {
    title: 'That took too long',
    text: 'A sign-in must be finished within ten minutes, once, in the window where it began. Begin again.',
  },
  'no-cookie': {
    title: 'Your browser kept no cookie',
    text: 'Sign-in needs one cookie of this site. Allow it, and begin again in the same browser.',
  },
  'code-refused': {
    title: 'That sign-in was used before',
    text: 'It happens after Back or a reload. Begin again.',
  },
};

/** The words for a code; true of every failure where it is none. */
export function describeSignInFailure(why: string | null): { title: string; text: string } {
  return (
    failures[why ?? ''] ?? {
      title: 'Sign-in failed',
      text: 'What the sign-in service sent back does not fit what was asked. Begin again; if it stays so, tell whoever set up this site.',
    }
  );
}
