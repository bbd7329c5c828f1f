import { expect, it, test } from 'vitest';
import { costOfShare } from '@/lib/profile/view/frame-cost';
import { HOUR } from '@/lib/time/duration';
import { costCell, costInWords, costTimeText, formatCostChange } from './cost-text';

const COST = costOfShare(0.5, { usd: 24.48, ms: 6 * HOUR });

it('shows a cost with its times', () => {
  expect(costInWords(COST, 6 * HOUR)).toBe('$12.24 in 6 h, $2.04 / h, $17,870 / year');
  expect(costInWords(costOfShare(0.00001, { usd: 24.48, ms: 6 * HOUR }), 6 * HOUR)).toBe(
    '< $0.01 in 6 h, < $0.001 / h, $0.36 / year',
  );
});

it('leaves the time to the heading of a table', () => {
  expect((['time', 'hour', 'year'] as const).map((time) => costCell(COST, time))).toEqual([
    '$12.24',
    '$2.04',
    '$17,870',
  ]);
  expect((['time', 'hour', 'year'] as const).map((time) => costTimeText(time, 6.5 * HOUR))).toEqual([
    'in 6 h 30 min',
    'an hour',
    'a year',
  ]);
});

test.each([
  [0.12, 'hour', '+$0.12 / h'],
  [-1050.4, 'year', '−$1,050 / year'],
  [0.0004, 'hour', 'up < $0.001 / h'],
  [-0.0004, 'hour', 'down < $0.001 / h'],
  [0, 'year', '$0.00 / year'],
  [1_234_567_890, 'year', '+$1,234,567,890 / year'],
] as const)('shows a change of %d in %s as %s', (usd, kind, text) =>
  expect(formatCostChange(usd, kind)).toBe(text),
);
