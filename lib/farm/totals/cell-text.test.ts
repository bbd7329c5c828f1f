import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GONE, NEW } from '../compare/changes';
import { cellText } from './cell-text';
import { TOTALS_COLUMNS, type TotalsColumn } from './total-columns';

test.each<[TotalsColumn, number, string]>([
  ['cost', 1204.184, '1,204.18'],
  ['cost', 0, '0.00'],
  ['cost', -0, '0.00'],
  ['cost', 0.0042, '< 0.01'],
  ['cost', -0.0042, '> −0.01'],
  ['cost', -3.5, '−3.50'],
  ['cost', Number.NaN, '–'],
  ['share', 0.12345, '12.3'],
  ['share', 0.0004, '< 0.1'],
  ['share', 0, '0.0'],
  ['share', 0.9999, '> 99.9'],
  ['share', 1, '100.0'],
  ['share', 1.25, '125.0'],
  ['share', -0.05, '−5.0'],
  ['change', 1204.184, '+1,204.18'],
  ['change', -3.5, '−3.50'],
  ['change', 0, '0.00'],
  ['change', 0.0042, '< +0.01'],
  ['change', -0.0042, '> −0.01'],
  ['growth', 0.12345, '+12.3'],
  ['growth', 12, '+1,200.0'],
  ['growth', 0.0004, '< +0.1'],
  ['growth', -0.9999, '−99.9'],
  ['growth', -1, '−100.0'],
  ['growth', NEW, 'new'],
  ['growth', GONE, 'gone'],
  ['hours', 0.001, '< 0.01'],
  ['rate', 0.0421, '0.042'],
  ['average', 0.00042, '0.0004'],
  ['records', 12345, '12,345'],
])('shows %s of %d as %s', (column, value, text) => expect(cellText(column, value)).toBe(text));

test('never shows something as nothing, and always the same decimals', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.constantFrom(...TOTALS_COLUMNS), value, (column, amount) => {
      const text = cellText(column, column === 'records' ? Math.round(amount) : amount);
      expect(text).toMatch(/^(< \+?|> −?|−|\+)?[\d,]+(\.\d+)?$/);
      const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
      expect(decimals).toBe(/\.(\d+)$/.exec(cellText(column, 1))?.[1]?.length ?? 0);
      if (Math.abs(amount) > 1 && column !== 'records') expect(text).toMatch(/[1-9]/);
      if (amount !== 0 && !/[1-9]/.test(text)) expect(column).toBe('records');
    }),
  );
});
