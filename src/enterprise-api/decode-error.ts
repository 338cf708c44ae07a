/** What an error body says, and whether it is the service's own word. */
export interface DecodedError {
  detail: string;
  isStructured: boolean;
}

const maxDetailLength = 200;

/**
 * Reads an error body of any of the services and of the gateway (api-ground-truth §11.9), whatever its
 * Content-Type says. What looks like a token or an e-mail address and the given secrets are removed: the
 * gateway echoes the Authorization header (§1.3), the license endpoints echo addresses (§6.2).
 */
export function decodeError(body: string, secrets: string[] = []): DecodedError {
  const structured = structuredDetail(body);
  return {
    detail: redact(structured ?? plainText(body), secrets).slice(0, maxDetailLength),
    isStructured: structured !== undefined,
  };
}

/** The seconds of "Expected available in 42 seconds.", in milliseconds. */
export function waitAskedFor(detail: string): number | undefined {
  const seconds = /available in (\d+) seconds?/i.exec(detail)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function structuredDetail(body: string): string | undefined {
  const json = parseJson(body);
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  // A plain ValidationError of the services is a list of texts.
  if (Array.isArray(json)) return textsOf(json).join(' ') || undefined;
  const fields = json as Record<string, unknown>;
  for (const name of ['detail', 'message']) {
    if (typeof fields[name] === 'string') return fields[name];
  }
  if (typeof fields['error'] === 'string') {
    return [fields['error'], fields['error_description']]
      .filter((text) => typeof text === 'string')
      .join(': ');
  }
  const problems = Object.entries(fields).map(([name, value]) => {
    const text = textsOf(value).join(' ');
    return name === 'non_field_errors' ? text : `${name}: ${text}`;
  });
  return problems.length === 0 ? undefined : problems.join('; ');
}

/** Field errors are lists of texts, or lists by the index of an item. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function plainText(body: string): string {
  return body
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Removes what no message may hold. */
export function redact(text: string, secrets: string[] = []): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .replace(/eyJ[\w-]+(?:\.[\w-]*)*/g, '[token]')
    .replace(/\b(JWT|Bearer)\s+(?!\[token\])\S{16,}/gi, '$1 [token]')
    .replace(/[^\s"'<>()[\],;:]+@[^\s"'<>()[\],;:]+/g, '[address]');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
