/** Where questions go. */
export interface Support {
  supportEmail?: string | undefined;
  /** A page for questions, which comes before the e-mail. */
  supportUrl?: string | undefined;
}

/** Where one asks about something: the page for questions, or a message about it. */
export function askAddressOf(
  { supportEmail, supportUrl }: Support,
  subject: string,
): string | undefined {
  if (supportUrl !== undefined) return supportUrl;
  return supportEmail === undefined ? undefined : mailAddressOf(supportEmail, subject);
}

/** A `mailto:` address that begins a message about something. */
export function mailAddressOf(email: string, subject: string): string {
  return `mailto:${email}?subject=${encodeURIComponent(subject)}`;
}
