import { describe, expect, it } from 'vitest';
import { LocalBuckets } from '@/lib/farm/plan/local-buckets';
import { CostRows } from '@/lib/farm/rows/cost-rows';
import type { SessionStatistics } from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import { farmState, priceState } from './cost-state';
import type { FarmCost } from './use-farm-cost';

const TIME = { from: 0, to: 6 * HOUR };

describe('a typed price', () => {
  it('costs its price for each instance and hour, and says where that is from', () => {
    const state = priceState({ price: 0.34, instances: 6, instanceType: 'c7g.large' }, TIME);
    expect(state).toMatchObject({ state: 'known', cost: { ms: 6 * HOUR } });
    expect(state).toHaveProperty(
      'source',
      'The price was typed: $0.34 an hour for each of 6 instances (c7g.large), which run all the time.',
    );
    expect(state.state === 'known' && state.cost.usd).toBeCloseTo(0.34 * 6 * 6, 12);
  });

  it('keeps all digits of a small price', () => {
    expect(priceState({ price: 0.000042, instances: 1, instanceType: '' }, TIME)).toHaveProperty(
      'source',
      'The price was typed: $0.000042 an hour for one instance, which runs all the time.',
    );
  });

  it('is no cost until the time of the profile is known, nor of no time', () => {
    const price = { price: 1, instances: 1, instanceType: '' };
    expect(priceState(price, undefined).state).toBe('loading');
    expect(priceState(price, { from: HOUR, to: HOUR }).state).toBe('unknown');
  });
});

type Sum = Pick<SessionStatistics, 'costUsd'>['costUsd'];

function farmCost(sums: readonly Sum[], to = TIME.to): FarmCost {
  const rows = new CostRows(['QUEUE_ID'], new LocalBuckets([{ ...TIME, offsetMs: 0 }], 'HOURLY'));
  const row = { from: 0, to: HOUR, count: 1, runtimeSeconds: { sum: 60 } };
  rows.add(
    sums.map((costUsd, at) => ({ ...row, queueId: `queue ${at}`, costUsd })),
    0,
  );
  const coverage = { from: 0, to };
  return {
    state: 'known',
    asked: {
      query: {
        ...{ ...TIME, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'] },
        ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['queue', 'other'] } },
      },
      ...{ groupBy: ['QUEUE_ID'], filters: [], isWholeFarm: true, notes: [] },
    },
    costs: { rows, chosen: rows, asOf: to, coverage, rowCount: sums.length, isCut: false, notes: [] },
    queues: [],
  };
}

describe('a farm', () => {
  const stateOf = (farm: FarmCost) => farmState(farm, 'Sample farm', 'UTC', TIME);

  it('costs what its sessions cost, and says of which sessions that is', () => {
    expect(stateOf(farmCost([{ sum: 9 }, { sum: 3 }]))).toEqual({
      state: 'known',
      cost: { usd: 12, ms: 6 * HOUR },
      source:
        'The costs are those of Sample farm. All 2 queues. Sessions that started 1 Jan 1970, 00:00 – 06:00 UTC, with all that they cost.',
    });
  });

  it('costs by the hour what is known, if that is less than the time of the profile', () => {
    const state = stateOf(farmCost([{ sum: 12 }], 4 * HOUR));
    expect(state).toMatchObject({ state: 'known', cost: { usd: 12, ms: 4 * HOUR } });
    expect(state).toHaveProperty(
      'source',
      expect.stringContaining('known only for 1 Jan 1970, 00:00 – 04:00'),
    );
  });

  it('says that the cost may be higher where AWS gives none', () => {
    expect(stateOf(farmCost([{ sum: 12 }, {}]))).toHaveProperty(
      'source',
      expect.stringContaining('1 row of AWS has no cost or runtime, so the cost may be higher.'),
    );
  });

  it('is unknown, and never 0, without sessions or without their costs', () => {
    expect(stateOf(farmCost([]))).toEqual({
      state: 'unknown',
      why: 'Sample farm had no sessions in this time, so there is no cost to share.',
    });
    expect(stateOf(farmCost([{}]))).toEqual({
      state: 'unknown',
      why: 'AWS reports no cost for the sessions of Sample farm in this time.',
    });
  });

  it('says what it waits for and what failed', () => {
    const text = 'AWS is adding up its costs …';
    expect(stateOf({ state: 'loading', text })).toEqual({ state: 'loading', text: `Sample farm: ${text}` });
    const retry = () => undefined;
    expect(stateOf({ state: 'failed', error: new Error('AWS denied deadline:ListQueues.'), retry })).toEqual({
      ...{ state: 'unknown', retry },
      why: 'The cost of Sample farm is unknown. AWS denied deadline:ListQueues.',
    });
  });
});
