import { describe, expect, it } from 'vitest';
import { LocalBuckets } from '@/lib/farm/plan/local-buckets';
import { CostRows } from '@/lib/farm/rows/cost-rows';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { HOUR } from '@/lib/time/duration';
import { costsState, type ShownCosts } from './costs-on-screen';

const span = { from: 0, to: HOUR };

function answer(rowCount: 0 | 1): ShownCosts {
  const rows = new CostRows(['QUEUE_ID'], new LocalBuckets([{ ...span, offsetMs: 0 }], 'HOURLY'));
  const row = { ...span, queueId: 'queue', count: 1, costUsd: { sum: 1 }, runtimeSeconds: { sum: 1 } };
  rows.add(rowCount ? [row] : [], 0);
  const costs: Costs = {
    ...{ rows, chosen: rows, asOf: HOUR, coverage: span, rowCount, isCut: false, notes: [] },
  };
  const resources = { kind: 'queue' as const, ids: ['queue'] };
  return {
    asked: {
      query: {
        ...{ ...span, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'] },
        ...{ statistics: ['SUM'], resources },
      },
      isWholeFarm: false,
      notes: [],
    },
    costs,
    table: { keys: ['QUEUE_ID'], period: 'HOURLY', span, rows },
  };
}

const loading = { data: undefined, error: null, fetchStatus: 'fetching', isPending: true } as const;
const failed = { data: undefined, error: new Error('No.'), fetchStatus: 'idle', isPending: false } as const;
const cancelled = { data: undefined, error: null, fetchStatus: 'idle', isPending: true } as const;
const answered = ({ costs }: ShownCosts) =>
  ({ data: costs, error: null, fetchStatus: 'idle', isPending: false }) as const;

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
