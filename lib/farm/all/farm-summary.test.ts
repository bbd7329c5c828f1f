import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import type { AskedCosts } from '../plan/asked-costs';
import { rowsForTest } from '../rows/rows-for-test';
import type { Costs } from '../stream/collect-costs';
import { farmSummary, NO_COSTS } from './farm-summary';

const span = { from: 0, to: 4 * HOUR };

const asked = (isWholeFarm = true): AskedCosts => ({
  query: {
    ...{ ...span, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'] },
    ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['a', 'b'] } },
  },
  ...{ groupBy: ['QUEUE_ID'], filters: [], isWholeFarm, notes: ['A note.'] },
});

function costs({ isCut = false, hasRows = true } = {}): Costs {
  const row = (queueId: string, hour: number, sum: number) => ({
    ...{ queueId, usageType: 'COMPUTE', count: 2, costUsd: { sum }, runtimeSeconds: { sum: 60 } },
    ...{ from: hour * HOUR, to: (hour + 1) * HOUR },
  });
  const all = hasRows ? [row('a', 0, 1), row('b', 2, 3)] : [];
  const rows = rowsForTest(['QUEUE_ID', 'USAGE_TYPE'], all, span);
  const chosen = rowsForTest(['QUEUE_ID'], all, span);
  return { rows, chosen, asOf: span.to, coverage: span, rowCount: all.length, isCut, notes: [] };
}

test('has the cost, the bars and the most expensive queue of a farm', () => {
  const { figures, bars, queues, isWhole, notes } = farmSummary(asked(), costs());
  expect(figures).toMatchObject({ costUsd: 4, records: 4 });
  expect(bars?.bars.map(({ costUsd }) => costUsd)).toEqual([1, 0, 3, 0]);
  expect(queues).toEqual([
    { queueId: 'b', costUsd: 3, share: 0.75 },
    { queueId: 'a', costUsd: 1, share: 0.25 },
  ]);
  expect(isWhole).toBe(true);
  expect(notes).toEqual(['A note.']);
});

test('has no bars and no queue without sessions', () => {
  const { figures, bars, queues } = farmSummary(asked(), costs({ hasRows: false }));
  expect([figures.costUsd, figures.records, bars, queues]).toEqual([0, 0, undefined, []]);
  expect(NO_COSTS.figures).toMatchObject({ costUsd: 0, records: 0 });
});

test('is not whole, and says why, when queues or rows are missing', () => {
  const missing = farmSummary(asked(false), costs());
  expect(missing.isWhole).toBe(false);
  expect(missing.notes).toContain('The list of queues is incomplete, so a part of the cost can be missing.');
  const cut = farmSummary(asked(), costs({ isCut: true }));
  expect(cut.isWhole).toBe(false);
  expect(cut.notes).toContain('There are too many rows to read all, so a part of the cost is missing.');
});
