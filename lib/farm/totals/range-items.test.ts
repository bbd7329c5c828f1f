import { expect, test } from 'vitest';
import { rangeFigures } from './range-figures';
import { itemChangeText, rangeItems } from './range-items';
import { costRowsForTest, usageRow } from './rows-for-test';

const NOTHING = rangeFigures(costRowsForTest([]));
const LICENCE = rangeFigures(costRowsForTest([usageRow('ann', 'LICENSE', 5, 3600)]));
const BOTH = rangeFigures(
  costRowsForTest([usageRow('ann', 'COMPUTE', 10, 7200), usageRow('ann', 'LICENSE', 5, 3600)]),
);
const UNKNOWN = { ...BOTH, costUsd: Number.NaN };

const NO_HOURS = 'no compute hours before';

test.each([
  ['nothing', NOTHING, ['none before', 'none before', NO_HOURS, NO_HOURS, 'none before']],
  ['a licence', LICENCE, ['+200 % from $5.00', 'none before', NO_HOURS, NO_HOURS, '+100 % from 1']],
  ['the same', BOTH, Array.from({ length: 5 }, () => 'same as before')],
  [
    'an unknown cost',
    UNKNOWN,
    ['unknown before', 'same as before', 'same as before', 'unknown before', 'same as before'],
  ],
])('compares each figure with those of %s', (_, earlier, texts) => {
  expect(rangeItems(true).map((item) => itemChangeText(item, BOTH, earlier))).toEqual(texts);
});

test('compares nothing with nothing in the words of a single figure', () => {
  expect(rangeItems(false).map((item) => itemChangeText(item, NOTHING, NOTHING))).toEqual(
    Array.from({ length: 3 }, () => 'none before either'),
  );
});
