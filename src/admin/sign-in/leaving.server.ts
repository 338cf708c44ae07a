/**
 * A page that goes on to the provider's sign-out by itself, with a link for where it does not. A redirect would
 * not do: browsers hold every step of what a form leads to against the policy's `form-action 'self'`.
 */
export function renderLeaving(address: string, headers: Record<string, string>): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Signing out</title></head>
<body><main><h1>You are signed out here</h1>
<p><a href="${escapeAttribute(address)}">Sign out of your company’s sign-in service too</a></p></main></body>
</html>`;
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

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
