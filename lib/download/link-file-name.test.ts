import { expect, it } from 'vitest';
import { linkFileName } from './link-file-name';

const keptAt = Date.parse('2026-11-24T14:32:10.123Z');

it.each([
  ['Overview, 24 Nov 2026, 12:32 – 15:32 UTC+01:00', 'Overview-24-Nov-2026-1232-1532-UTC+0100'],
  ['../../etc/passwd', 'etc-passwd'],
  ['"><script>', 'script'],
  ['x'.repeat(200), 'x'.repeat(100)],
])('names the file of %s', (name, words) => {
  expect(linkFileName({ name, keptAt }, 'zip')).toBe(`triptych_${words}_kept-2026-11-24T143210Z.zip`);
});

it('leaves out a name without a letter of ASCII', () => {
  expect(linkFileName({ name: '概要', keptAt }, 'html')).toBe('triptych_kept-2026-11-24T143210Z.html');
});
