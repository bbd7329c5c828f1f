import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { TEST_NOW } from '../../test-support';
import { openStudio, recordsOf, rowsOf, totalOf } from './studio-for-test';

const at = (text: string) => Date.parse(text);

const studio = openStudio();

describe('an answer', () => {
  it('has all twelve queues, in two aggregations of ten and two', async () => {
    const started = studio.starts();
    const { costs, progress } = await studio.ask(studio.query);
    expect(started.requests.map(({ queueIds }) => queueIds?.length)).toEqual([10, 2]);
    if (!costs) throw new Error('no costs');
    expect(totalOf(costs)).toBeCloseTo(3, 9);
    expect(recordsOf(costs)).toBe(300);
    expect(costs.isCut).toBe(false);
    expect(costs.coverage).toEqual({ from: studio.query.from, to: studio.query.to });
    expect(progress.at(-1)).toMatchObject({ aggregation: 2, aggregationCount: 2 });
  });

  it('has a day of 25 hours where the clocks change', async () => {
    const ids = await studio.queueIds((name) => name === 'clocks');
    const { costs } = await studio.ask({
      ...studio.query,
      from: at('2026-10-23T22:00:00Z'),
      to: at('2026-10-26T23:00:00Z'),
      zone: 'Europe/Berlin',
      resources: { kind: 'queue', ids },
    });
    const rows = costs?.rows;
    const days = [...(rows?.bucket.values ?? [])].map((bucket, row) => {
      const span = rows?.buckets.spans[bucket] ?? { from: 0, to: 0 };
      return [new Date(span.from).toISOString(), (span.to - span.from) / HOUR, rows?.costUsd.sum.values[row]];
    });
    expect(days).toEqual([
      ['2026-10-24T22:00:00.000Z', 25, 25],
      ['2026-10-25T23:00:00.000Z', 24, 1],
    ]);
  });

  it('sends the first page of rows at once, and all of them', async () => {
    const { events } = await studio.ask(studio.query);
    const chunks = events.flatMap((event) => (event.type === 'rows' ? [event.chunk.count.length] : []));
    expect(chunks[0]).toBe(100);
    expect(chunks.reduce((sum, count) => sum + count, 0)).toBe(300);
  });
});

describe('viewers of the same costs', () => {
  it('share one aggregation: ten at once, and another one later', async () => {
    const started = studio.starts();
    const answers = await Promise.all(Array.from({ length: 10 }, () => studio.ask(studio.few())));
    const later = await studio.ask(studio.few((ids) => ids.toReversed()));
    expect(started.requests).toHaveLength(1);
    for (const { costs } of [...answers, later]) expect(recordsOf(costs)).toBe(250);
  });

  it('share one aggregation whatever the order of their keys, each with the keys in its own', async () => {
    const started = studio.starts();
    const byQueue = await studio.ask(studio.few());
    const byUser = await studio.ask({ ...studio.few(), keys: ['USER_ID', 'QUEUE_ID'] });
    expect(started.requests).toHaveLength(1);
    expect(byUser.costs?.rows.keys).toEqual(['USER_ID', 'QUEUE_ID']);
    expect(rowsOf(byUser.costs)).toEqual(rowsOf(byQueue.costs));
  });

  it('have no usage types among the users', async () => {
    const started = studio.starts();
    await studio.ask({ ...studio.few(), keys: ['USAGE_TYPE', 'USER_ID'] });
    const { costs } = await studio.ask({ ...studio.few(), keys: ['USER_ID'] });
    expect(started.requests).toHaveLength(1);
    expect(new Set(rowsOf(costs).map(({ usageType }) => usageType))).toEqual(new Set(['COMPUTE']));
    expect(costs?.chosen.keys).toEqual(['USER_ID']);
  });

  it('share results until 55 minutes after the start', async () => {
    const started = studio.starts();
    await studio.ask(studio.query);
    studio.passTime(55 * MINUTE - 1);
    await studio.ask(studio.query);
    expect(started.requests).toHaveLength(2);
    studio.passTime(1);
    const { costs } = await studio.ask(studio.query);
    expect(started.requests).toHaveLength(4);
    expect(costs?.asOf).toBe(TEST_NOW + 55 * MINUTE);
  });

  it('get newer figures when they want them, but not twice within seconds', async () => {
    const started = studio.starts();
    await studio.ask(studio.query);
    await studio.ask(studio.query, { fresh: true });
    expect(started.requests).toHaveLength(2);
    studio.passTime(6 * SECOND);
    await studio.ask(studio.query, { fresh: true });
    expect(started.requests).toHaveLength(4);
  });

  it('wait in one line for a farm, and see their place', async () => {
    const ranges = [0, 1, 2].map((hour) => ({ ...studio.few(), from: studio.query.from + hour * HOUR }));
    const answers = await Promise.all(ranges.map((each) => studio.ask(each)));
    const places = answers.map(({ progress }) =>
      progress.flatMap((step) => (step.phase === 'line' ? [step.place] : [])),
    );
    expect(places).toEqual([[], [1], [2, 1]]);
    for (const { costs } of answers) expect(costs).toBeDefined();
  });
});
