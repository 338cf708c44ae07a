/** What the forms of the learners' pages ask for. */
export interface LearnerCommand {
  do: 'load' | 'renew';
}

/** The form of a request; an empty one where it is none. */
export async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

/** Undefined for what no form of ours sends. */
export function readLearnerForm(form: FormData): LearnerCommand | undefined {
  const name = form.get('do');
  if (name === 'load' || name === 'renew') return { do: name };
  return undefined;
}

/** The path and query where a form says that it was sent from; undefined for what is no admin page of this site. */
export function pageOfForm(form: FormData, { url, folder }: PageScope): string | undefined {
  const page = form.get('page');
  if (typeof page !== 'string' || !URL.canParse(page, url)) return undefined;
  const { origin, pathname, search } = new URL(page, url);
  return origin === url.origin && pathname.startsWith(folder) ? pathname + search : undefined;
}

interface PageScope {
  /** Of the request. */
  url: URL;
  /** Where the admin area begins, with a slash at its end. */
  folder: string;
}
