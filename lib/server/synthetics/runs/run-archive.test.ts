import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { availability } from '@/lib/canary/availability';
import { knownFrom } from '@/lib/canary/known';
import { DAY, HOUR } from '@/lib/time/duration';
import { Archive } from '../../archive/archive';
import { archiveLater } from '../../archive/archive-later';
import { DiskBlobs } from '../../archive/disk-blobs';
import { TEST_NOW } from '../../test-support';
import { getCanary } from '../get-canary';
import { archivingServer, rawRuns, runsSince } from './archiving-server-for-test';
import { KnownRuns } from './known-runs';
import { CANARY } from './reader-for-test';
import { RunArchive } from './run-archive';

const server = archivingServer();

describe('a range of a canary', () => {
  it('has the runs that AWS has, and costs one request after a restart', async () => {
    const from = TEST_NOW - 2.5 * DAY;
    const expected = await rawRuns(from);
    const first = await server.read(from);
    expect(first.calls).toBeGreaterThan(30);
    expect(runsSince(first, from)).toEqual(expected);
    await server.restart();
    const again = await server.read(from);
    expect([again.calls, again.loaded]).toEqual([1, first.loaded]);
    expect((await readdir(server.blobFolder)).length, 'a file for each day').toBe(3);
  });

  it('is extended from its newest known run after a restart', async () => {
    const from = TEST_NOW - 1.5 * DAY;
    await server.read(from);
    await server.restart(TEST_NOW + HOUR);
    const { calls, ...later } = await server.read(from);
    expect(calls).toBe(1);
    expect(runsSince(later, from)).toEqual(await rawRuns(from));
    await server.restart(TEST_NOW + HOUR + DAY);
    const muchLater = await server.read(from);
    expect(muchLater.calls).toBeGreaterThan(14);
    expect(muchLater.calls).toBeLessThan(17);
    expect(runsSince(muchLater, from)).toEqual(await rawRuns(from));
  });

  it('reads what the archive has of a longer range, and the rest of AWS', async () => {
    await server.read(TEST_NOW - HOUR);
    await server.restart();
    const from = TEST_NOW - DAY;
    expect(runsSince(await server.read(from), from)).toEqual(await rawRuns(from));
  });

  it('keeps what is on disk of the newest day while only its end is known', async () => {
    const from = TEST_NOW - 14.5 * HOUR;
    await server.restart(TEST_NOW - 4.5 * HOUR);
    await server.read(from);
    await server.restart();
    await server.read(TEST_NOW - HOUR);
    await server.restart();
    const { calls, ...whole } = await server.read(from);
    expect(runsSince(whole, from)).toEqual(await rawRuns(from));
    expect(calls).toBeLessThan(5);
    await server.restart();
    expect((await server.read(from)).calls, 'once both are joined').toBe(1);
  });

  it('is written later if the disk is full', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const from = TEST_NOW - 1.5 * DAY;
    const write = vi.spyOn(DiskBlobs.prototype, 'write').mockRejectedValue(new Error('full'));
    await server.read(from);
    await archiveLater().flush();
    write.mockRestore();
    await server.read(from);
    await server.restart();
    expect((await server.read(from)).calls).toBe(1);
  });

  it('is known whole after a restart if AWS has nothing older', async () => {
    const from = TEST_NOW - 400 * DAY;
    const first = await server.read(from, 'sample-asset-upload');
    await server.restart();
    const again = await server.read(from, 'sample-asset-upload');
    expect([again.calls, again.loaded.from]).toEqual([1, Number.NEGATIVE_INFINITY]);
    expect(again.loaded.runs.length).toBe(first.loaded.runs.length);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['is missing', (path) => rm(path)],
    ['is damaged', (path) => writeFile(path, 'hello')],
  ])('is read again where a day %s', async (_, damage) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const from = TEST_NOW - 2.5 * DAY;
    const first = await server.read(from);
    await archiveLater().flush();
    for (const name of await readdir(server.blobFolder)) await damage(join(server.blobFolder, name));
    await server.restart();
    const again = await server.read(from);
    expect(again.calls).toBe(first.calls);
    expect(again.loaded).toEqual(first.loaded);
  });

  it('has runs that had not ended once they have', async () => {
    const newest = (await rawRuns(TEST_NOW - HOUR))[0]?.started ?? 0;
    await server.restart(newest + 1);
    const running = await server.read(newest - HOUR);
    expect(running.loaded.runs[0]).toMatchObject({ started: newest, state: 'RUNNING' });
    await server.restart(TEST_NOW);
    expect((await server.read(TEST_NOW - HOUR)).loaded.runs[0]).toMatchObject({
      started: newest,
      state: 'PASSED',
    });
  });
});

it('looks once for the newest day of a canary that never ran, no earlier than it was created', async () => {
  const canary = { ...CANARY, created: TEST_NOW - 2.5 * DAY };
  const archive = RunArchive.of(canary) ?? expect.fail();
  const get = vi.spyOn(Archive.prototype, 'get');
  for (let time = 0; time < 3; time++) await archive.restoreNewest(new KnownRuns(), canary, TEST_NOW);
  expect(get).toHaveBeenCalledTimes(3);
  get.mockRestore();
});

describe('runs that AWS has deleted', () => {
  const name = 'sample-asset-upload';
  const before = TEST_NOW - 5 * DAY;
  const span = { from: before, to: TEST_NOW - DAY };

  const availabilityAt = async ({ loaded }: Awaited<ReturnType<typeof server.read>>, now: number) => {
    const { data: canary } = await getCanary(name);
    return availability(loaded.runs, span, knownFrom(loaded, canary, now));
  };

  it('are known as long as somebody read them in time', async () => {
    const expected = await rawRuns(before, name);
    const first = await server.read(before, name);
    const figures = await availabilityAt(first, TEST_NOW);
    expect(figures.coverage).toEqual(span);
    await server.restart(TEST_NOW + 20 * DAY);
    await server.read(TEST_NOW - 2 * DAY, name);
    await server.restart(TEST_NOW + 40 * DAY);
    const later = await server.read(before, name);
    expect(runsSince(later, before).filter(({ started }) => started < span.to)).toEqual(
      expected.filter(({ started }) => started < span.to),
    );
    expect(await availabilityAt(later, TEST_NOW + 40 * DAY)).toEqual(figures);
    const again = await server.read(before, name);
    expect([again.calls, await availabilityAt(again, TEST_NOW + 40 * DAY)]).toEqual([0, figures]);
  });

  it('are not claimed to be known across a time of which nothing was read', async () => {
    await server.read(before, name);
    await server.restart(TEST_NOW + 40 * DAY);
    const retained = TEST_NOW + 9 * DAY;
    for (let round = 0; round < 2; round++) {
      const later = await server.read(before, name);
      expect(runsSince(later, before).filter(({ started }) => started < retained)).toEqual([]);
      const { coverage } = await availabilityAt(later, TEST_NOW + 40 * DAY);
      expect(coverage.from).toBe(coverage.to);
      await server.restart(TEST_NOW + 40 * DAY);
    }
  });

  it('stay archived when AWS is read to its end because a later day is missing', async () => {
    const figures = await availabilityAt(await server.read(before, name), TEST_NOW);
    await server.restart(TEST_NOW + 28 * DAY);
    const missing = Math.floor(TEST_NOW / DAY) - 1;
    for (const file of await readdir(server.blobFolder)) {
      const path = join(server.blobFolder, file);
      const [head = ''] = gunzipSync(await readFile(path))
        .toString()
        .split('\n');
      if (JSON.parse(JSON.parse(head).key).at(-1) === missing) await rm(path);
    }
    const without = await server.read(before, name);
    expect(without.loaded.from).toBe(Number.NEGATIVE_INFINITY);
    expect((await availabilityAt(without, TEST_NOW + 28 * DAY)).coverage.from).toBe(TEST_NOW - 3 * DAY);
    await server.restart(TEST_NOW + 28 * DAY);
    expect(await availabilityAt(await server.read(before, name), TEST_NOW + 28 * DAY)).toEqual(figures);
  });
});
