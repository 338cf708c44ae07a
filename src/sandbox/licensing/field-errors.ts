/** What the services say of one field: of the field, or of items of a list by index (api-ground-truth §7). */
export type FieldError = string[] | Record<string, string[]>;

export type FieldErrors = Record<string, FieldError>;

export type Check<Value> = { value: Value } | { error: FieldError };

const required = ['This field is required.'];
const empty = ['This list may not be empty.'];
// Something with one @ and a dot in its domain, as Django has it.
const emailPattern = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}$/;
const trueTexts = new Set(['true', 'True', 'TRUE', '1', 't', 'y', 'yes', 'on']);
const falseTexts = new Set(['false', 'False', 'FALSE', '0', 'f', 'n', 'no', 'off']);

/** A JSON body as an object, or the errors of one that is none. */
export function checkObject(
  body: unknown,
): { fields: Record<string, unknown> } | { errors: FieldErrors } {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return { fields: body as Record<string, unknown> };
  }
  const error = `Invalid data. Expected a dictionary, but got ${nameType(body)}.`;
  return { errors: { non_field_errors: [error] } };
}

/** A list that is given and not empty, each item held against `check`. */
export function checkList<Item>(
  value: unknown,
  check: (item: unknown) => Check<Item>,
): Check<Item[]> {
  if (value === undefined) return { error: required };
  if (value === null) return { error: ['This field may not be null.'] };
  if (!Array.isArray(value)) {
    return { error: [`Expected a list of items but got type "${nameType(value)}".`] };
  }
  if (value.length === 0) return { error: empty };
  const items: Item[] = [];
  const errors: Record<string, string[]> = {};
  for (const [index, item] of value.entries()) {
    const checked = check(item);
    if ('value' in checked) items.push(checked.value);
    else errors[String(index)] = Object.values<string | string[]>(checked.error).flat();
  }
  return Object.keys(errors).length === 0 ? { value: items } : { error: errors };
}

export function checkEmail(value: unknown): Check<string> {
  const checked = checkText(value);
  if ('error' in checked || emailPattern.test(checked.value)) return checked;
  return { error: ['Enter a valid email address.'] };
}

export function checkText(value: unknown): Check<string> {
  const checked = checkOptionalText(value);
  if ('error' in checked || checked.value.trim() !== '') return checked;
  return { error: ['This field may not be blank.'] };
}

/** A text that may be blank; numbers are taken for texts. */
export function checkOptionalText(value: unknown): Check<string> {
  if (value === null) return { error: ['This field may not be null.'] };
  if (typeof value === 'number') return { value: String(value) };
  return typeof value === 'string' ? { value } : { error: ['Not a valid string.'] };
}

export function checkFlag(value: unknown): Check<boolean> {
  if (value === undefined) return { error: required };
  if (value === null) return { error: ['This field may not be null.'] };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (trueTexts.has(text)) return { value: true };
  return falseTexts.has(text) ? { value: false } : { error: ['Must be a valid boolean.'] };
}

/** Python's name of a type, as the messages have it. */
export function nameType(value: unknown): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return { string: 'str', boolean: 'bool', object: 'dict' }[String(typeof value)] ?? 'str';
}
