import { hasPicture, toPlainText, type SafeHtml } from '#catalog';

/** The items that a text does not say already: many courses give both, with the same words. */
export function itemsBeyond(
  text: SafeHtml | undefined,
  items: readonly SafeHtml[],
): readonly SafeHtml[] {
  if (text === undefined || items.length === 0) return items;
  const words = toPlainText(text);
  return items.filter((item) => hasPicture(item) || !words.includes(toPlainText(item)));
}
