import { describe, expect, it } from 'vitest';
import { ago, ids, idsOf, minuteRun, openReader, type Watched } from './reader-for-test';

const reader = openReader();

describe('pages', () => {
  it('whose token has expired after many new runs leave no hole for other viewers', async () => {
    await reader.watch({ from: ago(150) });
    const newer = Array.from({ length: 350 }, (_, n) => minuteRun(n - 349));
    reader.server.runs = [...newer, ...reader.server.runs];
    const newest = newer.map(({ id }) => id);
    let other: Promise<Watched> | undefined;
    reader.server.before = (request) => {
      if (request === 4) other = reader.watch({ from: ago(150) });
      return request === 2 ? { status: 400, code: 'ValidationException' } : undefined;
    };
    expect(idsOf(await reader.watch({ from: ago(450) }))).toEqual([...newest, ...ids(451)]);
    expect(idsOf((await other) ?? expect.fail())).toEqual([...newest, ...ids(151)]);
  });

  it('that end within runs that started together give all of them', async () => {
    const together = (minutes: number, count = 102) =>
      Array.from({ length: count }, (_, n) => ({ ...minuteRun(minutes), id: `${minutes}-${n}` }));
    const older = [3, 4, 5, 6].flatMap((minutes) => together(minutes));
    reader.server.runs = [...together(2, 60), ...older];
    const first = await reader.watch({ from: ago(3) });
    expect(first.events).toContainEqual({ type: 'progress', runCount: 100, knownFrom: ago(3) + 1 });
    expect(idsOf(first)).toHaveLength(60 + 2 * 102);
    reader.passTime();
    reader.server.runs = [...together(1), ...together(2), ...older];
    expect(idsOf(await reader.watch({ from: ago(3) }))).toHaveLength(4 * 102);
  });
});
