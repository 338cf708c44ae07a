/** No script and no inline style; forms lead on to the site, so there is no `form-action`. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

export const stylePath = '/sign-in.css';

export const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { display: grid; place-content: center; min-block-size: 100vh; margin: 0; }
main { inline-size: min(22rem, 90vw); }
label { display: block; margin-block: 0.75rem; }
input { box-sizing: border-box; inline-size: 100%; }
input, button { padding: 0.5rem; font: inherit; }
[role='alert'] { padding: 0.5rem; border: 2px solid; }
`;

export function renderSignIn({ action, email, isWrong }: SignInPage): string {
  const problem = isWrong
    ? '<p role="alert">The address and the password do not belong together. Try again.</p>'
    : '';
  return renderPage(
    'Sign in to Tarnholt',
    `${problem}<p>This is the sandbox: its people are invented, and nobody else can sign in.</p>
<form method="post" action="${escapeHtml(action)}">
<label>E-mail address <input name="email" type="email" autocomplete="username" required value="${escapeHtml(email)}"></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button name="choice" value="sign-in">Sign in</button>
<button name="choice" value="cancel" formnovalidate>Cancel</button>
</form>`,
  );
}

/** `form` is what oidc-provider gives: hidden fields in a form whose id is `op.logoutForm`. */
export function renderSignOut(form: string): string {
  return renderPage(
    'Sign out of Tarnholt?',
    `${form}<button type="submit" form="op.logoutForm" value="yes" name="logout">Sign out</button>
<button type="submit" form="op.logoutForm">Stay signed in</button>`,
  );
}

export function renderMessage(title: string, text: string): string {
  return renderPage(title, `<p>${escapeHtml(text)}</p>`);
}

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="${stylePath}"></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface SignInPage {
  action: string;
  /** What was typed before. */
  email: string;
  isWrong: boolean;
}
