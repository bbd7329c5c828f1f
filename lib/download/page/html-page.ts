import { xmlText } from '../xml-text';
import { pageStyle } from './page-style';

/** Where the build puts the script of saved pages. */
export const PAGE_SCRIPT_PATH = '/saved-page-script.json';

/** The script of saved pages, which draws their flame graphs. */
export type PageScript = {
  code: string;
  /** SHA-256 of the code in base64, as a content security policy names it. */
  hash: string;
  /** Version of Triptych. */
  version: string;
};

type Page = {
  title: string;
  /** Facts about the page, such as its range. */
  facts: readonly string[];
  /** HTML of the contents, whose texts are escaped. */
  contents: string;
  script: PageScript;
  /** That of its pictures. */
  scheme: 'light' | 'dark';
};

/**
 * A page that opens without a server and a network. Its policy allows no script but its own, by its hash, and no request. Texts that are
 * no part of `contents` are escaped.
 */
export function htmlPage({ title, facts, contents, script, scheme }: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${script.hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xmlText(title)}</title>
<style>${pageStyle(scheme)}</style>
</head>
<body>
<header>
<h1>${xmlText(title)}</h1>
${facts.map((fact) => `<p>${xmlText(fact)}</p>`).join('\n')}
</header>
<main>
${contents}
</main>
<footer>Saved with Triptych ${xmlText(script.version)}. Flame graphs are drawn by d3-flame-graph (Apache License 2.0) and D3 (ISC License).</footer>
<script>${script.code}</script>
</body>
</html>
`;
}

/** A value as JSON for an element that no browser runs as a script. Nothing in it ends the element or begins a comment. */
export const jsonElement = (id: string, value: unknown): string =>
  `<script type="application/json" id="${xmlText(id)}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
