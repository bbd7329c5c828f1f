import { expect, it } from 'vitest';
import { csvRecord } from '../csv';
import { csvTable } from './csv-table';
import { graphFigure } from './graph-figure';
import { htmlPage, jsonElement } from './html-page';

const ATTACKS = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  ']]><img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  '</title></style></noscript><svg onload=alert(1)>',
  "'><a href=javascript:alert(1)>",
];
const SCRIPT = { code: 'draw()', hash: 'aGFzaA==', version: '1.2.3' };

/** The elements and attributes of a page, as far as they could run something. */
function expectHarmless(html: string): void {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/gi)].map(([, attributes = '']) => attributes.trim());
  expect(scripts.filter((attributes) => !attributes.startsWith('type="application/json"'))).toEqual(
    html.startsWith('<!doctype') ? [''] : [],
  );
  expect(html).not.toMatch(/<(img|svg|a)\b(?![^>]*src="data:)/i);
  expect(html).not.toMatch(/<[^>"]*("[^"]*"[^>"]*)*\son\w+=/i);
  expect(html).not.toContain('<!--');
}

it.each(ATTACKS)('has no script of a text: %s', (text) => {
  const box = { name: text, value: 1, fill: text, facts: text, children: [] };
  const graph = { title: text, lines: [text], legend: [{ fill: text, label: text }], rootOnTop: true };
  const contents = [
    graphFigure({ ...graph, root: { ...box, children: [box] } }, 'graph-0'),
    csvTable(text, [csvRecord([text]), csvRecord([text, 1])]),
  ].join('');
  expectHarmless(contents);
  expectHarmless(
    htmlPage({ title: text, facts: [text], contents, script: { ...SCRIPT, version: text }, scheme: 'dark' }),
  );
});

it.each(ATTACKS)('keeps data as it is: %s', (text) => {
  const html = jsonElement('data', { text });
  expect(html.match(/</g)).toHaveLength(2);
  const json = html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'));
  expect(JSON.parse(json)).toEqual({ text });
});

it('allows its own script alone, and no request', () => {
  const html = htmlPage({ title: 'A page', facts: [], contents: '', script: SCRIPT, scheme: 'light' });
  expect(html).toContain(
    `content="default-src 'none'; script-src 'sha256-aGFzaA=='; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).toContain('<script>draw()</script>');
});

it('shows the records of a CSV file as a table, and tells what is cut', () => {
  const records = [csvRecord(['Name', 'Cost, USD']), csvRecord(['=a, "b"', 1.5])];
  expect(csvTable('All rows', records)).toContain(
    '<summary>All rows: 1 row</summary><div class="scroll"><table><thead><tr><th>Name</th><th>Cost, USD</th></tr></thead><tbody><tr><td>=a, &quot;b&quot;</td><td>1.5</td></tr></tbody>',
  );
  const many = Array.from({ length: 501 }, (_, at) => csvRecord([at]));
  expect(csvTable('All rows', [csvRecord(['Name']), ...many])).toContain(
    'All rows: 501 rows, the first 500 of them',
  );
});
