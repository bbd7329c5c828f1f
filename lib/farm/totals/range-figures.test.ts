import { describe, expect, test } from 'vitest';
import { rangeFigures } from './range-figures';
import { costRowsForTest, usageRow } from './rows-for-test';
import { incompleteText, usageText } from './usage-text';

describe('rangeFigures', () => {
  test('keeps compute apart from all other usage types', () => {
    const rows = costRowsForTest([
      usageRow('ann', 'COMPUTE', 2, 3600, { count: 2 }),
      usageRow('bo', 'COMPUTE', 1, 1800),
      usageRow('ann', 'LICENSE', 0.5, 7200),
      usageRow('ann', 'GPU_HOURS', 4, 60),
    ]);
    expect(rangeFigures(rows)).toEqual({
      ...{ costUsd: 7.5, runtimeSeconds: 12_660, records: 5, incompleteCount: 0 },
      byUsage: {
        compute: { costUsd: 3, runtimeSeconds: 5400 },
        others: [
          { usageType: 'GPU_HOURS', costUsd: 4, runtimeSeconds: 60 },
          { usageType: 'LICENSE', costUsd: 0.5, runtimeSeconds: 7200 },
        ],
      },
    });
  });

  test('leaves unknown what no row has, and counts the rows that lack it', () => {
    const figures = rangeFigures(costRowsForTest([usageRow('ann', 'COMPUTE', undefined, 60)]));
    expect(figures).toMatchObject({ costUsd: Number.NaN, runtimeSeconds: 60, incompleteCount: 1 });
    expect(incompleteText(figures.incompleteCount)).toMatch(/^AWS sent 1 row without a sum/);
  });

  test('is zero without rows', () => {
    expect(rangeFigures(costRowsForTest([]))).toMatchObject({ costUsd: 0, records: 0 });
  });
});

describe('usageText', () => {
  const text = (...rows: Parameters<typeof costRowsForTest>) =>
    usageText(rangeFigures(costRowsForTest(...rows)));

  test('names the other usage with its cost and hours', () => {
    const rows = [
      usageRow('ann', 'COMPUTE', 2, 3600),
      usageRow('ann', 'PERSISTENT_VOLUME', 0, 900),
      usageRow('ann', 'LICENSE', 12, 7200),
      usageRow('ann', 'GPU_HOURS', undefined, 60),
      usageRow('ann', '', -1, 3600),
    ];
    expect(text(rows)).toBe(
      'Compute cost $2.00. Not in the compute hours: licence $12.00 for 2.00 h, persistent volume $0.00 for 0.25 h, GPU_HOURS unknown for 0.017 h, usage without a type −$1.00 for 1.00 h.',
    );
    expect(text([usageRow('ann', 'COMPUTE', 2, 3600)])).toBe('Compute cost $2.00. There is no other usage.');
  });

  test('says what hours add up when the rows lack the usage type', () => {
    expect(text([usageRow('ann', '', 2, 3600)], ['USER_ID', 'QUEUE_ID'])).toMatch(
      /^Runtime is hours of compute, licences and volumes together/,
    );
  });
});
