import { parseLearnerFilter, type LearnerFilter } from '#admin';
import { filterNames } from './filter-words.ts';

/** What the forms of the learners' pages ask for. */
export type LearnerCommand =
  | { do: 'load' | 'renew' }
  | { do: 'filter'; filter: LearnerFilter; ignored: (keyof LearnerFilter)[] }
  | { do: 'remove'; name: keyof LearnerFilter; value: string | undefined }
  /** What is no column is left out when it is read; none means the default. */
  | { do: 'columns'; columns: string[] };

/** The form of a request; an empty one where it is none. */
export async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

/** Undefined for what no form of ours sends. */
export function readLearnerForm(form: FormData): LearnerCommand | undefined {
  const name = form.get('do');
  if (name === 'load' || name === 'renew') return { do: name };
  if (name === 'filter') return { do: 'filter', ...readFilter(form) };
  if (name === 'clear') return { do: 'filter', filter: {}, ignored: [] };
  if (name === 'columns') return { do: 'columns', columns: textsOf(form, 'column') };
  if (name === 'default-columns') return { do: 'columns', columns: [] };
  const [part, value] = splitPart(form.get('remove'));
  const removed = filterNames.find((one) => one === part);
  return removed && { do: 'remove', name: removed, value };
}

/** `statuses=Passed` takes away one of several choices, `email` the whole. */
export function formatPart({ name, value }: { name: string; value?: string | undefined }): string {
  return value === undefined ? name : `${name}=${value}`;
}

/** The path, query and fragment where a form says that it was sent from; undefined for what is no admin page of this site. */
export function pageOfForm(form: FormData, { url, folder }: PageScope): string | undefined {
  const page = form.get('page');
  if (typeof page !== 'string' || !URL.canParse(page, url)) return undefined;
  const { origin, pathname, search, hash } = new URL(page, url);
  const isOwn = origin === url.origin && pathname.startsWith(folder);
  return isOwn ? pathname + search + hash : undefined;
}

/** Where a form leads to: another choice begins at its first page, and what of it could not be used is said there. */
export function addressAfter(command: LearnerCommand, page: string): string {
  if (command.do === 'load' || command.do === 'renew') return page;
  // It is made whole only to be taken apart.
  const { pathname, searchParams, hash } = new URL(page, 'https://site.invalid');
  searchParams.delete('ignored');
  if (command.do !== 'columns') searchParams.delete('page');
  if (command.do === 'filter' && command.ignored.length > 0) {
    searchParams.set('ignored', command.ignored.join('.'));
  }
  const query = searchParams.toString();
  return `${pathname}${query === '' ? '' : `?${query}`}${hash}`;
}

function readFilter(form: FormData) {
  const input = filterNames.map((name) => [name, textsOf(form, name)] as const);
  return parseLearnerFilter(
    Object.fromEntries(
      input.map(([name, texts]) => [name, texts.length > 1 ? texts : (texts[0] ?? '')]),
    ),
  );
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

function splitPart(part: FormDataEntryValue | null): [string, string | undefined] {
  if (typeof part !== 'string') return ['', undefined];
  const end = part.indexOf('=');
  return end === -1 ? [part, undefined] : [part.slice(0, end), part.slice(end + 1)];
}

interface PageScope {
  /** Of the request. */
  url: URL;
  /** Where the admin area begins, with a slash at its end. */
  folder: string;
}
