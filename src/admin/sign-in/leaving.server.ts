import { escapeHtml, renderBarePage } from '../guard/bare-page.server.ts';

/**
 * A page that goes on to the provider's sign-out by itself, with a link for where it does not. A redirect would
 * not do: browsers hold every step of what a form leads to against the policy's `form-action 'self'`.
 */
export function renderLeaving(address: string, headers: Record<string, string>): Response {
  const html = renderBarePage({
    title: 'You are signed out here',
    main: `<p><a href="${escapeHtml(address)}">Sign out of your company’s sign-in service too</a></p>`,
  });
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      Refresh: `0; url=${address}`,
      ...headers,
    },
  });
}
