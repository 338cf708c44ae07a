/** A file of the site. Throws where it does not arrive. */
export async function fetchJson<Content>(
  address: string,
  options: RequestInit = {},
): Promise<Content> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return (await response.json()) as Content;
}
