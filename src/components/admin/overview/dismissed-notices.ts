/** The name under which a session keeps what a person dismissed. */
const dismissedChoice = 'dismissedNotices';

/** More are never shown at once; the oldest are forgotten. */
const kept = 100;

const longestKey = 200;

/** Keys of notices that were dismissed, as a session keeps them; none where it keeps something else. */
export function readDismissed(choices: Record<string, unknown>): string[] {
  const value = choices[dismissedChoice];
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}

/** Keeps what the form of a notice sends. */
export async function dismissNotice(request: Request, choices: Choices): Promise<void> {
  const form = await request.formData();
  const dismissed = addDismissed(readDismissed(await choices.read()), form.get('dismiss'));
  await choices.write({ [dismissedChoice]: dismissed });
}

/** Those with one more, which is a form's and may be anything. */
export function addDismissed(dismissed: readonly string[], key: unknown): string[] {
  if (typeof key !== 'string' || key === '' || key.length > longestKey) return [...dismissed];
  return [...dismissed.filter((each) => each !== key), key].slice(-kept);
}

interface Choices {
  read: () => Promise<Record<string, unknown>>;
  write: (changed: Record<string, unknown>) => Promise<void>;
}
