/**
 * What a spreadsheet could take for a formula, at the beginning of a cell. Also behind a semicolon or a tab: where
 * these are the list separator, as in much of Europe, a cell begins there whatever the quotes say.
 */
const formulaStart = /(^|[;\t])(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/gu;

/** Most cells hold nothing that has to be looked at. */
const suspicious = /[=+\-@＝＋－＠\t\r\n",]/u;

const needsQuotes = /[",\r\n]/;

/** A text as a cell of a CSV file by RFC 4180; what could be a formula gets an apostrophe before it. */
export function formatCsvText(value: string): string {
  if (!suspicious.test(value)) return value;
  const text = value.replaceAll(formulaStart, "$1'");
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
