import { expect, test } from 'vitest';
import { isTemplate, sourceLink } from './source-link';

const TEMPLATE = 'https://git.example/shop/blob/main/{file}#L{line}';

test('escapes the file and the line in the template', () => {
  expect(sourceLink(TEMPLATE, 'src/a b.py', 12)).toBe('https://git.example/shop/blob/main/src/a%20b.py#L12');
  expect(sourceLink(TEMPLATE, '/app/x?y#z.js', 0)).toBe(
    'https://git.example/shop/blob/main/app/x%3Fy%23z.js#L1',
  );
  expect(sourceLink(TEMPLATE, '..\\..\\etc/passwd', 3)).toBe(
    'https://git.example/shop/blob/main/etc/passwd#L3',
  );
  expect(sourceLink(TEMPLATE, '\ud800"><script>', 3)).toMatch(/^https:\/\/git\.example\/shop\/blob\/main\/%/);
});

test('accepts only https templates with a file that can’t change the host', () => {
  expect(isTemplate(TEMPLATE)).toBe(true);
  const refused = [
    '',
    'javascript:alert("{file}")',
    'http://git.example/{file}',
    'https://git.example/',
    'https://{file}/x',
    'https://git.example{file}',
    'https://me@git.example/{file}',
  ];
  expect(refused.filter(isTemplate)).toEqual([]);
  expect(sourceLink('https://git.example{file}', '.evil.example', 1)).toBeUndefined();
});
