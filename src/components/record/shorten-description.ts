/** Descriptions of skills come from elsewhere and some are articles: longer ones are cut here (peers §2.2, 5). */
const maxLength = 950;

/** The text, cut at a word. */
export function shortenDescription(text: string): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength);
  const lastSpace = head.lastIndexOf(' ');
  return `${(lastSpace > 0 ? head.slice(0, lastSpace) : head).trimEnd()}…`;
}
