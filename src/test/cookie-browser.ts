/** As much of a browser as signing in takes: cookies by host, forms, and redirects that are followed one by one. */
export interface CookieBrowser {
  /** Follows redirects to the end, or, with `until`, up to the address that begins with it. */
  open(url: string, options?: OpenOptions): Promise<Visit>;
  /** Sends the first form of a page with its hidden fields and `fields`. */
  submit(page: Visit, fields: Record<string, string>, options?: OpenOptions): Promise<Visit>;
  /** The cookies of a host, by name; writable. */
  cookies: Map<string, Map<string, string>>;
}

export interface Visit {
  url: string;
  status: number;
  headers: Headers;
  html: string;
}

export function createCookieBrowser(): CookieBrowser {
  const cookies: CookieBrowser['cookies'] = new Map();

  async function open(url: string, options: OpenOptions = {}): Promise<Visit> {
    let request: RequestInit = options.request ?? {};
    let address = url;
    for (let steps = 0; steps < 20; steps += 1) {
      if (steps > 0 && options.until !== undefined && address.startsWith(options.until)) {
        return { url: address, status: 0, headers: new Headers(), html: '' };
      }
      const response = await send(address, request);
      const location = response.headers.get('Location');
      if (location === null) {
        const html = await response.text();
        return { url: address, status: response.status, headers: response.headers, html };
      }
      await response.body?.cancel();
      address = new URL(location, address).href;
      request = {};
    }
    throw new Error(`Too many redirects from ${url}`);
  }

  async function send(address: string, request: RequestInit): Promise<Response> {
    const { hostname, port } = new URL(address);
    const host = `${hostname}:${port}`;
    const own = cookies.get(host) ?? new Map<string, string>();
    cookies.set(host, own);
    const headers = new Headers(request.headers);
    if (own.size > 0) {
      headers.set('Cookie', [...own].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(address, { ...request, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]!.split(/=(.*)/s);
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) own.delete(name);
      else own.set(name, value);
    }
    return response;
  }

  async function submit(page: Visit, fields: Record<string, string>, options: OpenOptions = {}) {
    const action = /<form[^>]*action="([^"]*)"/.exec(page.html)?.[1] ?? page.url;
    const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const body = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']) => [name, value] as [string, string]),
      ...Object.entries(fields),
    ]);
    return open(new URL(action, page.url).href, { ...options, request: { method: 'POST', body } });
  }

  return { open, submit, cookies };
}

interface OpenOptions {
  request?: RequestInit;
  until?: string;
}
