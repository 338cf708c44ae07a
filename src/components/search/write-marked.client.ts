import type { Mark } from '#search/browser';

/** Writes a text into an element, with parts of it marked. */
export function writeMarked(element: HTMLElement, text: string, marks: readonly Mark[]): void {
  let end = 0;
  const pieces = marks.flatMap(([start, next]) => {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, next);
    const before = text.slice(end, start);
    end = next;
    return [before, mark];
  });
  element.replaceChildren(...pieces, text.slice(end));
}
