import { describe, expect, it } from 'vitest';
import type { Filter } from '@/lib/farm/filters/filter';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { HOUR } from '@/lib/time/duration';
import { shownAnswer } from './last-answer';

const query: CostQuery = {
  ...{ farmId: 'farm', from: 0, to: HOUR, zone: 'UTC', period: 'HOURLY', keys: [], statistics: ['SUM'] },
  resources: { kind: 'queue', ids: ['fx'] },
};
const filters: readonly Filter[] = [{ key: 'USER_ID', id: 'ann' }];
const asked = { query, filters };
const costs = {} as Costs;
const last = { asked, costs };

describe('shownAnswer', () => {
  it('shows the answer to the current request', () => {
    expect(shownAnswer(asked, last)).toEqual({ shown: last, isOutdated: false });
  });

  it('shows the answer of an earlier time as outdated', () => {
    const later = { query: { ...query, to: 2 * HOUR }, filters };
    expect(shownAnswer(later, last)).toEqual({ shown: last, isOutdated: true });
  });

  it.each([
    ['queue', { query: { ...query, resources: { kind: 'queue', ids: ['light'] } as const }, filters }],
    ['farm', { query: { ...query, farmId: 'another' }, filters }],
    ['user', { query, filters: [{ key: 'USER_ID', id: 'bob' }] as const }],
    ['filter', { query, filters: [] }],
  ])('shows no answer of another %s', (_, other) => {
    expect(shownAnswer(other, last)).toEqual({ shown: undefined, isOutdated: false });
  });

  it('shows nothing before the first answer, nor without a request', () => {
    expect(shownAnswer(asked, undefined)).toEqual({ shown: undefined, isOutdated: false });
    expect(shownAnswer(undefined, last)).toEqual({ shown: undefined, isOutdated: false });
  });
});
