import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

test('leaves the height of rows to the style sheet, because the server does not know the width', () => {
  expect(read('list-row.tsx')).not.toMatch(/<tr[^>]*style=/);
  const [wide, narrow] = read('list-table.module.css').split(/@media \(width < 48em\)/);
  expect(wide).toMatch(/\.row \{\s*height: var\(--row-height\)/);
  expect(narrow).toMatch(/\.row \{\s*height: var\(--narrow-row-height\)/);
});
