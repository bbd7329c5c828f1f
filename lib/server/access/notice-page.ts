import { randomBytes } from 'node:crypto';

type Notice = {
  status: number;
  title: string;
  /** Sentences: what happened and what to do. */
  text: string;
  /** A link, such as one that tries again. */
  action?: { label: string; href: string };
  setCookies?: readonly string[];
};

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; background: light-dark(#f8f9fa, #141517); color: light-dark(#212529, #e9ecef); }
  main { max-width: 30rem; margin: 16vh auto; padding: 1.5rem; text-align: center; }
  p { color: light-dark(#495057, #adb5bd); overflow-wrap: anywhere; }
  .brand { font-weight: 600; }
  h1 { font-size: 1.375rem; margin: 1.5rem 0 0.5rem; color: inherit; }
  a { display: inline-block; margin-top: 0.75rem; padding: 0.45rem 1rem; border-radius: 0.25rem;
    background: #4263eb; color: #fff; text-decoration: none; }
  a:focus-visible { outline: 2px solid light-dark(#4263eb, #91a7ff); outline-offset: 2px; }
`;

/** A page about signing in. It has no script and nothing of the dashboard, because nobody may be signed in. */
export function noticePage({ status, title, text, action, setCookies = [] }: Notice): Response {
  const nonce = randomBytes(16).toString('base64');
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  const link = action ? `<a href="${escaped(action.href)}">${escaped(action.label)}</a>` : '';
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} – Triptych</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body><main><div class="brand">Triptych</div><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${link}</main></body>
</html>
`;
  return new Response(html, { status, headers });
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
