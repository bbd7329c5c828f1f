import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { STATISTICS } from '../session-statistics';
import { MEMBERS } from '../statistics';
import { combineRows } from './combine-rows';
import { rowsForTest } from './rows-for-test';

const SPAN = { from: 0, to: 50 * HOUR };

/** Amounts of single records; none is a row without statistics. */
const anyRow = fc.record({
  cell: fc.integer({ min: 0, max: 3 }),
  isCounted: fc.boolean(),
  amounts: fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 5 }),
});

function statsOf(amounts: readonly number[]) {
  if (amounts.length === 0) return {};
  const sum = amounts.reduce((all, one) => all + one, 0);
  return { sum, min: Math.min(...amounts), max: Math.max(...amounts), avg: sum / amounts.length };
}

test('equals each statistic of the records of the counted rows of a cell', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 50 }), (all) => {
      const rows = rowsForTest(
        ['USER_ID'],
        all.map(({ amounts }, hour) => ({
          count: amounts.length,
          costUsd: statsOf(amounts),
          runtimeSeconds: {},
          from: hour * HOUR,
          to: (hour + 1) * HOUR,
        })),
        SPAN,
      );
      const cellOf = (row: number) => all[row]?.cell ?? 0;
      const isCounted = Uint8Array.from(all, (row) => Number(row.isCounted));
      for (const statistic of STATISTICS) {
        for (const [cell, combined] of combineRows(
          rows,
          'costUsd',
          statistic,
          4,
          cellOf,
          isCounted,
        ).entries()) {
          const counted = all.filter((row) => row.isCounted && row.cell === cell);
          const expected = statsOf(counted.flatMap(({ amounts }) => amounts))[MEMBERS[statistic]];
          if (expected === undefined) expect(combined).toBeNaN();
          else expect(combined).toBeCloseTo(expected, 6);
        }
      }
    }),
  );
});
