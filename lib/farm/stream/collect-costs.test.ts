import { describe, expect, it } from 'vitest';
import { DAY, WEEK } from '@/lib/time/duration';
import type { AggregationPeriod, AwsKey, SessionStatistics } from '../session-statistics';
import { CostCollector } from './collect-costs';
import { ChunkWriter } from './row-chunk';

const at = (text: string) => Date.parse(text);
const SPAN = { from: at('2026-11-02T00:00:00Z'), to: at('2026-11-30T00:00:00Z') };
const KEYS: AwsKey[] = ['USER_ID', 'USAGE_TYPE'];

const row = (from: string, length: number, more: Partial<SessionStatistics> = {}): SessionStatistics => ({
  ...{ userId: 'ann', usageType: 'COMPUTE', count: 1, costUsd: { sum: 1 }, runtimeSeconds: { sum: 60 } },
  ...{ from: at(from), to: at(from) + length, ...more },
});

function collected(rows: SessionStatistics[], period: AggregationPeriod, chosen?: readonly AwsKey[]) {
  const segments = [{ ...SPAN, offsetMs: 0 }];
  const collector = new CostCollector(
    { type: 'plan', segments, period, keys: KEYS, notes: ['A note.'] },
    chosen,
  );
  const chunk = new ChunkWriter(KEYS).write(rows);
  if (rows.length > 0) collector.add({ type: 'rows', aggregation: 0, segment: 0, chunk });
  return collector.end({ type: 'end', asOf: SPAN.to, coverage: SPAN, rowCount: 0, isCut: false });
}

describe('CostCollector', () => {
  it('takes the start of weeks from a row of a whole week', () => {
    const { rows } = collected(
      [row('2026-11-02T00:00:00Z', 6 * DAY), row('2026-11-08T00:00:00Z', WEEK)],
      'WEEKLY',
    );
    expect(rows.buckets.spans.map(({ from }) => new Date(from).getUTCDay())).toEqual([0, 0, 0, 0, 0]);
    expect([...rows.bucket.values]).toEqual([0, 1]);
  });

  it.each([
    ['at the start of the range', row('2026-11-02T00:00:00Z', 6 * DAY)],
    ['at its end', row('2026-11-29T00:00:00Z', DAY)],
  ])('takes the start of weeks from a week that is cut %s', (_, cut) => {
    const { rows } = collected([cut], 'WEEKLY');
    expect(rows.buckets.spans.map(({ from }) => new Date(from).getUTCDay())).toEqual([0, 0, 0, 0, 0]);
  });

  it('merges the rows of the chosen keys, and keeps those of the others', () => {
    const all = [
      row('2026-11-02T00:00:00Z', DAY),
      row('2026-11-02T00:00:00Z', DAY, { usageType: 'LICENSE' }),
    ];
    const { rows, chosen } = collected(all, 'DAILY', ['USER_ID']);
    expect([rows.length, chosen.length]).toEqual([2, 1]);
    expect(chosen.costUsd.sum.values[0]).toBe(2);
    expect(chosen.keys).toEqual(['USER_ID']);
    const both = collected(all, 'DAILY');
    expect(both.chosen).toBe(both.rows);
  });

  it('notes rows that are not in the range, and passes on the notes of the plan', () => {
    const { rows, notes } = collected(
      [row('2026-11-02T00:00:00Z', DAY), row('2026-12-24T00:00:00Z', DAY)],
      'DAILY',
    );
    expect(rows.length).toBe(1);
    expect(notes).toEqual(['A note.', 'AWS sent rows outside of the range, which are left out: 1.']);
  });

  it('has an empty table of the chosen keys without rows', () => {
    const { rows, chosen } = collected([], 'DAILY', ['USER_ID']);
    expect([rows.length, chosen.length]).toEqual([0, 0]);
    expect(chosen.keys).toEqual(['USER_ID']);
    expect(chosen.buckets.spans).toHaveLength(28);
  });
});
