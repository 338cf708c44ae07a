/** A position in an address; the first one where it is none. */
export function readPosition(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
