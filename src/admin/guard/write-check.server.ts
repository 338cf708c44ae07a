import { createHash, timingSafeEqual } from 'node:crypto';

/** The field of every form that changes something; scripts send the header in its place. */
export const csrfField = 'csrf';
const csrfHeader = 'X-CSRF-Token';

/**
 * Whether a request other than GET and HEAD comes from a page of this site. Browsers send `Origin` with all of
 * them; one without, or with `null`, is not believed.
 */
export function hasOwnOrigin(request: Request, adminUrl: string): boolean {
  return request.headers.get('Origin') === new URL(adminUrl).origin;
}

/** The form that a request brings, undefined where it is none; read from a copy, so that it can still be read. */
export async function readForm(request: Request): Promise<FormData | undefined> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  try {
    return await request.clone().formData();
  } catch {
    return undefined;
  }
}

/** Whether a request carries the token of its session, in the header or as a field of its form. */
export function hasCsrfToken(request: Request, form: FormData | undefined, token: string): boolean {
  const given = request.headers.get(csrfHeader) ?? (form && readField(form));
  return given !== undefined && isSame(given, token);
}

function readField(form: FormData): string | undefined {
  const values = form.getAll(csrfField);
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : undefined;
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
