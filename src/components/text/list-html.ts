import type { SafeHtml } from '#catalog';

/** Texts as the items of one list. */
export function listHtml(items: readonly SafeHtml[]): SafeHtml {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
