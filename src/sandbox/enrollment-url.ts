// In JSON text, "&" may stand as its escape.
const catalogOfEnrollmentUrl =
  /("enrollment_url"\s*:\s*"(?:[^"\\]|\\.)*?(?:[?&]|\\u0026)catalog=)[^&"\\]*/g;

/** Puts the catalog asked for into every enrollment URL of an item, its runs and courses included. */
export function setEnrollmentCatalog(itemText: string, catalog: string): string {
  return itemText.replace(
    catalogOfEnrollmentUrl,
    (_, before: string) => before + encodeURIComponent(catalog),
  );
}
