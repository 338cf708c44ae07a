/** The forms of a message for the numbers of a language; "other" is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Puts values in the places of a message: "Page {page}". */
export function fillMessage(message: string, values: Record<string, string>): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The form for a number, which itself stands in the place {count}. */
export function fillPlural(
  forms: PluralForms,
  count: number,
  language: string,
  values: Record<string, string> = {},
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return fillMessage(form, { ...values, count: count.toLocaleString(language) });
}
