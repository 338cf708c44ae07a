import type { FoundCard } from '#search/browser';
import { availabilityTones } from '../text/status-tone.ts';
import { writeMarked } from './write-marked.client.ts';

/** Fills a copy of the site's own card (`CourseCard.astro` with every part) with a result. */
export function fillCard(card: HTMLElement, result: FoundCard): HTMLElement {
  const { url, title, language, kind, key, hue, cover, summary, marks, status, enrollBy } = result;
  const kindElement = find(card, '[data-subject]');
  kindElement.textContent = kind;
  kindElement.dataset['subject'] = hue;
  setText(find(card, '.key'), key);
  find(card, '.picture img').setAttribute('src', cover);

  setLanguage(find(card, '.title'), language);
  const link = find(card, '.title a');
  writeMarked(link, title, marks.title);
  link.setAttribute('href', url);
  fillPartners(find(card, '.by'), result);
  setLanguage(find(card, '.text'), language);
  if (summary === undefined) find(card, '.text').remove();
  else writeMarked(find(card, '.text'), summary, marks.summary);
  fillFacts(find(card, 'dl'), result.facts);

  const statusElement = find(card, '.state');
  if (status !== undefined) statusElement.dataset['tone'] = availabilityTones[status.value];
  const enrollByElement = find(card, '[data-enroll-by]');
  enrollByElement.className = enrollBy?.isUrgent === true ? 'warning' : 'soft';
  setText(statusElement, status?.word);
  setText(enrollByElement, enrollBy?.words);
  setText(find(card, '[data-catalogs]'), result.catalogs);
  return card;
}

function fillPartners(element: HTMLElement, { partners, logo, marks }: FoundCard): void {
  if (partners === '') element.remove();
  writeMarked(find(element, 'span'), partners, marks.partners);
  // None where the site has no logos.
  const image = element.querySelector('img');
  if (logo === undefined) image?.remove();
  else if (image !== null) fillLogo(image, logo);
}

function fillLogo(
  image: HTMLImageElement,
  { src, width, height, ink }: NonNullable<FoundCard['logo']>,
): void {
  image.width = width;
  image.height = height;
  image.src = src;
  if (ink === undefined) delete image.dataset['ink'];
  else image.dataset['ink'] = ink;
}

function fillFacts(list: HTMLElement, facts: FoundCard['facts']): void {
  const pattern = find(list, 'div');
  const rows = facts.map(({ column, label, value, date }) => {
    const row = pattern.cloneNode(true) as HTMLElement;
    row.dataset['column'] = String(column);
    find(row, 'dt').textContent = label;
    const time = document.createElement('time');
    time.dateTime = date ?? '';
    time.textContent = value;
    find(row, 'dd').replaceChildren(date === undefined ? value : time);
    return row;
  });
  if (rows.length === 0) list.remove();
  else list.replaceChildren(...rows);
}

/** A part without words is left out. */
function setText(element: HTMLElement, text: string | undefined): void {
  if (text === undefined || text === '') element.remove();
  else element.textContent = text;
}

function setLanguage(element: HTMLElement, language: FoundCard['language']): void {
  for (const [name, value] of Object.entries(language ?? {})) element.setAttribute(name, value);
}

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The card for results has no ${selector}.`);
  return found;
}
