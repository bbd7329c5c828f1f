import { describe, expect, it } from 'vitest';
import type { Filter } from '@/lib/farm/filters/filter';
import { neededKeys } from '@/lib/farm/filters/needed-keys';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { LocalBuckets } from '@/lib/farm/plan/local-buckets';
import { CostRows } from '@/lib/farm/rows/cost-rows';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { HOUR } from '@/lib/time/duration';
import { costsState, isFilteredOut, type ShownCosts, shownCosts } from './costs-on-screen';

const span = { from: 0, to: HOUR };

function answer(rowCount: 0 | 1): ShownCosts {
  const rows = new CostRows(['QUEUE_ID'], new LocalBuckets([{ ...span, offsetMs: 0 }], 'HOURLY'));
  const row = { ...span, queueId: 'queue', count: 1, costUsd: { sum: 1 }, runtimeSeconds: { sum: 1 } };
  rows.add(rowCount ? [row] : [], 0);
  const costs: Costs = {
    ...{ rows, chosen: rows, asOf: HOUR, coverage: span, rowCount, isCut: false, notes: [] },
  };
  return shownCosts(asked(['QUEUE_ID'], []), costs);
}

function asked(groupBy: readonly GroupKey[], filters: readonly Filter[]): AskedCosts {
  return {
    query: {
      ...{ ...span, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: neededKeys(groupBy, filters) },
      ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['queue'] } },
    },
    ...{ groupBy, filters, isWholeFarm: false, notes: [] },
  };
}

const loading = { data: undefined, error: null, fetchStatus: 'fetching', isPending: true } as const;
const failed = { data: undefined, error: new Error('No.'), fetchStatus: 'idle', isPending: false } as const;
const cancelled = { data: undefined, error: null, fetchStatus: 'idle', isPending: true } as const;
const answered = ({ answer }: ShownCosts) =>
  ({ data: answer, error: null, fetchStatus: 'idle', isPending: false }) as const;

describe('an earlier answer', () => {
  const last = answer(1);

  it('stays while the next one loads', () => {
    expect(costsState(last, loading)).toMatchObject({ shown: last, isOutdated: true, isStale: false });
  });

  it.each([failed, cancelled])('is stale when there is none to come', (current) => {
    expect(costsState(last, current)).toMatchObject({ shown: last, isStale: true, isFetching: false });
  });

  it.each([loading, failed, cancelled])('without rows does not stand for another query', (current) => {
    expect(costsState(answer(0), current)).toMatchObject({
      ...{ shown: undefined, isEmpty: false, isOutdated: false, isStale: false },
    });
  });
});

it('is empty when the current query has no rows, also while newer figures load', () => {
  const last = answer(0);
  expect(costsState(last, answered(last))).toMatchObject({ shown: last, isEmpty: true, isOutdated: false });
  expect(costsState(last, { ...answered(last), fetchStatus: 'fetching' })).toMatchObject({
    ...{ shown: last, isEmpty: true, isOutdated: true, isStale: false },
  });
});

it('keeps figures that could not be replaced by newer ones', () => {
  const last = answer(1);
  const current = { ...answered(last), error: new Error('No.') };
  expect(costsState(last, current)).toMatchObject({ shown: last, isStale: false, isOutdated: false });
});

it('is cancelled only when nothing is on its way, not while the browser waits for a connection', () => {
  expect(costsState(undefined, cancelled).isCancelled).toBe(true);
  expect(costsState(undefined, { ...cancelled, fetchStatus: 'paused' }).isCancelled).toBe(false);
});

it('shows the filtered rows by the chosen keys, and keeps the others for the next filter', () => {
  const rows = new CostRows(['QUEUE_ID', 'USER_ID'], new LocalBuckets([{ ...span, offsetMs: 0 }], 'HOURLY'));
  const row = (queueId: string, userId: string, sum: number) => ({
    ...{ ...span, queueId, userId, count: 1, costUsd: { sum }, runtimeSeconds: { sum: 60 } },
  });
  rows.add([row('a', 'maria', 1), row('a', 'john', 2), row('b', 'maria', 4), row('b', 'jane', 8)], 0);
  const costs: Costs = {
    ...{ rows, chosen: rows, asOf: HOUR, coverage: span, rowCount: 4, isCut: false, notes: [] },
  };
  const filters: Filter[] = [
    { key: 'USER_ID', id: 'maria' },
    { key: 'USER_ID', id: 'john' },
  ];
  const shown = shownCosts(asked(['QUEUE_ID'], filters), costs);
  expect(shown.answer).toBe(costs);
  expect(shown.costs.rows.length).toBe(3);
  const { rows: byQueue } = shown.table;
  expect(Array.from({ length: byQueue.length }, (_, at) => byQueue.at(at))).toMatchObject([
    { queueId: 'a', costUsd: { sum: 3 }, count: 2 },
    { queueId: 'b', costUsd: { sum: 4 }, count: 1 },
  ]);
});

it('tells a range whose rows the filters leave out from one without any', () => {
  const others = asked(['QUEUE_ID'], [{ key: 'QUEUE_ID', id: 'another' }]);
  expect(isFilteredOut(shownCosts(others, answer(1).answer))).toBe(true);
  expect(isFilteredOut(shownCosts(others, answer(0).answer))).toBe(false);
  expect(isFilteredOut(answer(1))).toBe(false);
});
