import { createInterface, type Interface } from '#i18n';

let english: Interface | undefined;

/** Words, formats and addresses for the page that is being rendered. */
export function getInterface(): Interface {
  english ??= createInterface({ language: 'en', base: import.meta.env.BASE_URL });
  return english;
}
