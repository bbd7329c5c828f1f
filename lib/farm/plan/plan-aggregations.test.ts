import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { type CostQuery, planAggregations } from './plan-aggregations';

const at = (text: string) => Date.parse(text);

const query = (change: Partial<CostQuery> = {}): CostQuery => ({
  farmId: 'farm-1',
  from: at('2026-11-20T00:00:00Z'),
  to: at('2026-11-25T00:00:00Z'),
  zone: 'UTC',
  period: 'DAILY',
  keys: ['QUEUE_ID', 'USER_ID'],
  statistics: ['SUM'],
  resources: { kind: 'queue', ids: ['queue-1'] },
  ...change,
});

describe('planAggregations', () => {
  it('is one request for few queues in a zone without a clock change', () => {
    const { requests, notes } = planAggregations(query({ zone: 'Asia/Kolkata' }));
    expect(requests).toEqual([
      {
        segment: 0,
        request: {
          farmId: 'farm-1',
          startTime: at('2026-11-20T00:00:00Z'),
          endTime: at('2026-11-25T00:00:00Z'),
          timezone: 'UTC+05:30',
          period: 'DAILY',
          queueIds: ['queue-1'],
          groupBy: ['QUEUE_ID', 'USER_ID'],
          statistics: ['SUM'],
        },
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('asks for ten queues at a time, each once', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `queue-${n}`);
    const { requests } = planAggregations(query({ resources: { kind: 'queue', ids: [...ids, 'queue-3'] } }));
    expect(requests.map(({ request }) => request.queueIds?.length)).toEqual([10, 2]);
    expect(requests.flatMap(({ request }) => request.queueIds ?? []).sort()).toEqual([...ids].sort());
  });

  it('asks for fleets instead of queues', () => {
    const { requests } = planAggregations(query({ resources: { kind: 'fleet', ids: ['fleet-1'] } }));
    expect(requests[0]?.request.fleetIds).toEqual(['fleet-1']);
    expect(requests[0]?.request).not.toHaveProperty('queueIds');
  });

  it('asks for each offset of a zone whose clocks change, for all queues', () => {
    const ids = Array.from({ length: 11 }, (_, n) => `queue-${n}`);
    const { requests, segments } = planAggregations(
      query({
        zone: 'Europe/Berlin',
        from: at('2026-10-23T22:00:00Z'),
        to: at('2026-10-26T23:00:00Z'),
        resources: { kind: 'queue', ids },
      }),
    );
    expect(segments.map(({ offsetMs }) => offsetMs / HOUR)).toEqual([2, 1]);
    expect(requests.map(({ segment, request }) => `${segment} ${request.timezone}`)).toEqual([
      '0 UTC+02:00',
      '0 UTC+02:00',
      '1 UTC+01:00',
      '1 UTC+01:00',
    ]);
    expect(requests[0]?.request.endTime).toBe(requests[2]?.request.startTime);
  });

  it('notes a zone that AWS has no offset for, and asks for its range to the minute', () => {
    const day = { from: at('2026-11-19T18:15:00Z'), to: at('2026-11-20T18:15:00Z') };
    const { requests, notes } = planAggregations(query({ ...day, zone: 'Asia/Kathmandu' }));
    expect(requests.map(({ request }) => request)).toMatchObject([
      { timezone: 'UTC+00:00', startTime: day.from, endTime: day.to },
    ]);
    expect(notes).toEqual([expect.stringContaining('those of UTC, not of Asia/Kathmandu (UTC+05:45).')]);
  });
});

it('asks for the usage type together with a single other key', () => {
  const keysFor = (...keys: CostQuery['keys']) => planAggregations(query({ keys })).keys;
  expect(keysFor('QUEUE_ID')).toEqual(['QUEUE_ID', 'USAGE_TYPE']);
  expect(keysFor('USER_ID')).toEqual(['USAGE_TYPE', 'USER_ID']);
  expect(keysFor('USAGE_TYPE')).toEqual(['USAGE_TYPE']);
  expect(keysFor('USER_ID', 'JOB_ID')).toEqual(['JOB_ID', 'USER_ID']);
});
