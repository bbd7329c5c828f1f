import { expect, it } from 'vitest';
import type { Filter } from '@/lib/farm/filters/filter';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { rowsForTest } from '@/lib/farm/rows/rows-for-test';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { DAY } from '@/lib/time/duration';
import { earlierOf } from './earlier-of';

const query: CostQuery = {
  ...{ farmId: 'farm', from: DAY, to: 2 * DAY, zone: 'UTC', period: 'HOURLY', keys: ['USER_ID'] },
  ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['queue'] } },
};

const asked = (filters: readonly Filter[] = []): AskedCosts => ({
  ...{ query, groupBy: ['USER_ID'], filters, isWholeFarm: true, notes: [] },
});

function costs(isCut = false): Costs {
  const row = (userId: string) => ({
    ...{ userId, count: 1, costUsd: { sum: 1 }, runtimeSeconds: { sum: 60 }, from: 0, to: 1 },
  });
  const rows = rowsForTest(['USER_ID'], [row('ann'), row('bo')]);
  return { rows, chosen: rows, asOf: DAY, coverage: query, rowCount: 2, isCut, notes: [] };
}

const known = { costs: costs(), error: null };

it('compares with the whole answer, or with as much as the filters leave of it', () => {
  expect(earlierOf(asked(), costs(), query, known)).toMatchObject({
    ...{ state: 'known', span: { from: DAY, to: 2 * DAY }, costs: known.costs },
  });
  const filtered = earlierOf(asked([{ key: 'USER_ID', id: 'bo' }]), costs(), query, known);
  expect(filtered.state === 'known' && filtered.costs.rows.at(0).userId).toBe('bo');
  expect(filtered.state === 'known' && filtered.costs.rows.length).toBe(1);
});

it('compares nothing with a part of the rows', () => {
  expect(earlierOf(asked(), costs(true), query, known).state).toBe('impossible');
  expect(earlierOf(asked(), costs(), query, { costs: costs(true), error: null }).state).toBe('impossible');
  expect(earlierOf(asked(), costs(), undefined, known).state).toBe('impossible');
});

it('waits for the answer, and reports a failure', () => {
  expect(earlierOf(asked(), costs(), query, { costs: undefined, error: null }).state).toBe('loading');
  expect(earlierOf(asked(), costs(), query, { costs: undefined, error: new Error('No.') })).toMatchObject({
    ...{ state: 'failed', error: new Error('No.') },
  });
});
