import { expect, it } from 'vitest';
import { NO_COSTS } from '@/lib/farm/all/farm-summary';
import { farmsFileName } from '@/lib/farm/export/file-name';
import { DAY } from '@/lib/time/duration';
import { isSameAnswer, shownFarms } from './shown-farms';
import type { FarmCost } from './use-farm-costs';

const farm = (farmId: string, day: number, more: Partial<FarmCost> = {}): FarmCost => ({
  ...{ farm: { farmId, displayName: farmId }, names: new Map(), hasQueues: true, costs: undefined },
  ...{ span: { from: day * DAY, to: (day + 1) * DAY }, isReading: false, summary: NO_COSTS },
  ...{ budgets: undefined, error: null, budgetsError: null, staleNotes: [], retry: () => {} },
  ...more,
});
const reading = { isReading: true, summary: undefined };

it('keeps the range of the costs that it shows while those of another range load', () => {
  const budgets = { activeCount: 1, exceededCount: 0 };
  const last = [farm('a', 1), farm('b', 1)];
  const { rows, isOutdated } = shownFarms(last, [farm('a', 2, reading), farm('b', 2, { budgets })]);
  expect(isOutdated).toBe(true);
  expect(rows).toEqual([last[0], { ...last[1], budgets }]);
  expect(farmsFileName('farms', rows[0]?.span)).toBe('farms_1970-01-02T0000Z_1970-01-03T0000Z');
});

it('shows complete answers at once, and never those of other farms', () => {
  const last = [farm('a', 1)];
  for (const rows of [[farm('a', 2)], [farm('b', 2, reading)]])
    expect(shownFarms(last, rows)).toEqual({ rows, isOutdated: false });
});

it('tells answers of another range apart though the figures are the same', () => {
  expect(isSameAnswer([farm('a', 1)], [farm('a', 1)])).toBe(true);
  expect(isSameAnswer([farm('a', 1)], [farm('a', 2)])).toBe(false);
});
