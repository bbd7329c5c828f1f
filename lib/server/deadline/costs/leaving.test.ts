import { describe, expect, it, vi } from 'vitest';
import { openStudio, recordsOf } from './studio-for-test';

const studio = openStudio();

describe('a viewer who leaves', () => {
  it('stops the reading of pages, and who comes later reads the rest', async () => {
    const { mock } = vi.spyOn(studio.aws.world.farms.aggregations.table, 'rows');
    const pagesOfFirst = () => mock.calls.filter(([id]) => id === mock.calls[0]?.[0]).length;
    const left = new AbortController();
    const first = await studio.ask(studio.few(), {
      signal: left.signal,
      onEvent: ({ type }) => type === 'rows' && left.abort(),
    });
    expect([first.costs, first.failure]).toEqual([undefined, undefined]);
    await studio.ask({ ...studio.query, period: 'HOURLY' });
    expect(pagesOfFirst(), 'of three pages').toBeLessThan(3);
    const started = studio.starts();
    const { costs } = await studio.ask(studio.few());
    expect(recordsOf(costs)).toBe(250);
    expect(pagesOfFirst()).toBe(3);
    expect(started.requests).toHaveLength(0);
  });

  it('leaves the line', async () => {
    const started = studio.starts();
    const left = new AbortController();
    const running = studio.ask(studio.query);
    const leaving = studio.ask(
      { ...studio.query, period: 'HOURLY' },
      {
        signal: left.signal,
        onEvent: (event) => event.type === 'progress' && event.progress.phase === 'line' && left.abort(),
      },
    );
    expect((await leaving).costs).toBeUndefined();
    expect((await running).costs).toBeDefined();
    expect(started.requests.map(({ period }) => period)).toEqual(['DAILY', 'DAILY']);
  });

  it('is counted among those who wait, on all farms and on one', async () => {
    const counts: object[] = [];
    const running = studio.ask(studio.few());
    const waiting = studio.ask(
      { ...studio.few(), period: 'HOURLY' },
      {
        onEvent: (event) =>
          event.type === 'progress' && event.progress.phase === 'line' && counts.push(studio.waiting),
      },
    );
    await Promise.all([running, waiting]);
    expect(counts[0]).toEqual({ costs: 1, costs_of_one_farm_at_most: 1 });
    expect(studio.waiting).toEqual({ costs: 0, costs_of_one_farm_at_most: 0 });
  });

  it('does not end what others wait for', async () => {
    const left = new AbortController();
    const leaving = studio.ask(studio.query, { signal: left.signal, onEvent: () => left.abort() });
    const { costs } = await studio.ask(studio.query);
    await leaving;
    expect(recordsOf(costs)).toBe(300);
  });
});
