/** A file of the site. Throws where it does not arrive. */
export async function fetchJson<Content>(
  address: string,
  options: RequestInit = {},
): Promise<Content> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return (await response.json()) as Content;
}

/** A file that another build may have replaced: `undefined` where it is not there any more. */
export async function fetchText(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.text();
}
