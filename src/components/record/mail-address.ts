/** A `mailto:` address that begins a message about something. */
export function mailAddressOf(email: string, subject: string): string {
  return `mailto:${email}?subject=${encodeURIComponent(subject)}`;
}
