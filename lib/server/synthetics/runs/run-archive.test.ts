import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getHistory } from '@/app/api/canaries/[name]/history/route';
import { RunCollector, type RunHistory } from '@/lib/canary/stream/collect-runs';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { DAY, HOUR } from '@/lib/time/duration';
import { Archive } from '../../archive/archive';
import { archiveLater } from '../../archive/archive-later';
import { DiskBlobs } from '../../archive/disk-blobs';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '../../test-support';
import { fetchRunsPage } from '../get-canary-runs';
import { KnownRuns } from './known-runs';
import { CANARY } from './reader-for-test';
import { RunArchive } from './run-archive';

const NAME = 'sample-api-health';

let aws: TestAws;
let folder: string;
let removeFolder: () => Promise<void>;
let data = '';
let count = 0;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  aws = await startTestAws({ sample: true });
});
beforeEach(() => {
  aws.clock.set(TEST_NOW);
  data = join(folder, `data-${count++}`);
  pointAt(aws.url, { TRIPTYCH_DATA: data, TRIPTYCH_PAST_CHANGED_FILE: '' });
});
afterAll(async () => {
  process.env.TRIPTYCH_DATA = '';
  await aws.close();
  await removeFolder();
});

/** Reads the runs back to an instant by the route, and counts the requests of AWS that this takes. */
async function read(from: number, name = NAME): Promise<RunHistory & { calls: number }> {
  const { mock } = vi.spyOn(aws.world.canaries, 'runs');
  const before = mock.calls.length;
  const { status, bytes } = await callRoute(getHistory, {
    path: `/?from=${from}`,
    params: { name },
  });
  expect(status).toBe(200);
  const collector = new RunCollector();
  for (const line of bytes.toString().trim().split('\n')) {
    const event = JSON.parse(line) as RunsEvent;
    if (event.type === 'failed') throw new Error(event.problem.message);
    if (event.type === 'end') return { ...collector.end(event, from), calls: mock.calls.length - before };
    collector.add(event);
  }
  throw new Error('There is no end.');
}

/** The same runs page by page, as anybody can read them. */
async function raw(from: number) {
  const runs = [];
  for (let nextToken: string | undefined; ; ) {
    const page = await fetchRunsPage(
      { name: NAME, ...(nextToken && { nextToken }) },
      AbortSignal.timeout(60_000),
    );
    runs.push(...page.runs);
    nextToken = page.nextToken;
    if (nextToken === undefined || page.runs.some(({ started }) => started < from)) break;
  }
  return runs.filter(({ started }) => started >= from);
}

async function restart(now = TEST_NOW): Promise<void> {
  await archiveLater().flush();
  aws.clock.set(now);
  process.env.TRIPTYCH_NOW = new Date(now).toISOString();
  forgetEverything();
}

const inRange = ({ loaded }: RunHistory, from: number) =>
  loaded.runs.filter(({ started }) => started >= from);
const blobFolder = () => join(data, 'archive', 'blobs');

describe('a range of a canary', () => {
  it('has the runs that AWS has, and costs one request after a restart', async () => {
    const from = TEST_NOW - 2.5 * DAY;
    const expected = await raw(from);
    const first = await read(from);
    expect(first.calls).toBeGreaterThan(30);
    expect(inRange(first, from)).toEqual(expected);
    await restart();
    const again = await read(from);
    expect([again.calls, again.loaded]).toEqual([1, first.loaded]);
    expect((await readdir(blobFolder())).length, 'a file for each day').toBe(3);
  });

  it('is extended from its newest known run after a restart', async () => {
    const from = TEST_NOW - 1.5 * DAY;
    await read(from);
    await restart(TEST_NOW + HOUR);
    const { calls, ...later } = await read(from);
    expect(calls).toBe(1);
    expect(inRange(later, from)).toEqual(await raw(from));
    await restart(TEST_NOW + HOUR + DAY);
    const muchLater = await read(from);
    expect(muchLater.calls).toBeGreaterThan(14);
    expect(muchLater.calls).toBeLessThan(17);
    expect(inRange(muchLater, from)).toEqual(await raw(from));
  });

  it('reads what the archive has of a longer range, and the rest of AWS', async () => {
    await read(TEST_NOW - HOUR);
    await restart();
    const from = TEST_NOW - DAY;
    expect(inRange(await read(from), from)).toEqual(await raw(from));
  });

  it('keeps what is on disk of the newest day while only its end is known', async () => {
    const from = TEST_NOW - 14.5 * HOUR;
    await restart(TEST_NOW - 4.5 * HOUR);
    await read(from);
    await restart();
    await read(TEST_NOW - HOUR);
    await restart();
    const { calls, ...whole } = await read(from);
    expect(inRange(whole, from)).toEqual(await raw(from));
    expect(calls).toBeLessThan(5);
    await restart();
    expect((await read(from)).calls, 'once both are joined').toBe(1);
  });

  it('is written later if the disk is full', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const from = TEST_NOW - 1.5 * DAY;
    const write = vi.spyOn(DiskBlobs.prototype, 'write').mockRejectedValue(new Error('full'));
    await read(from);
    await archiveLater().flush();
    write.mockRestore();
    await read(from);
    await restart();
    expect((await read(from)).calls).toBe(1);
  });

  it('is known whole after a restart if AWS has nothing older', async () => {
    const from = TEST_NOW - 400 * DAY;
    const first = await read(from, 'sample-asset-upload');
    await restart();
    const again = await read(from, 'sample-asset-upload');
    expect([again.calls, again.loaded.from]).toEqual([1, Number.NEGATIVE_INFINITY]);
    expect(again.loaded.runs.length).toBe(first.loaded.runs.length);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['is missing', (path) => rm(path)],
    ['is damaged', (path) => writeFile(path, 'hello')],
  ])('is read again where a day %s', async (_, damage) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const from = TEST_NOW - 2.5 * DAY;
    const first = await read(from);
    await archiveLater().flush();
    for (const name of await readdir(blobFolder())) await damage(join(blobFolder(), name));
    await restart();
    const again = await read(from);
    expect(again.calls).toBe(first.calls);
    expect(again.loaded).toEqual(first.loaded);
  });

  it('has runs that had not ended once they have', async () => {
    const newest = (await raw(TEST_NOW - HOUR))[0]?.started ?? 0;
    await restart(newest + 1);
    const running = await read(newest - HOUR);
    expect(running.loaded.runs[0]).toMatchObject({ started: newest, state: 'RUNNING' });
    await restart(TEST_NOW);
    expect((await read(TEST_NOW - HOUR)).loaded.runs[0]).toMatchObject({ started: newest, state: 'PASSED' });
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

it('refuses a dry run’s id with scheduled runs before any call, and bad instants', async () => {
  const { mock } = vi.spyOn(aws.world.canaries, 'runs');
  const before = mock.calls.length;
  const dryRunId = '1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c';
  for (const [query, field] of [
    [`from=1&runType=CANARY_RUN&dryRunId=${dryRunId}`, 'dryRunId'],
    [`from=1&dryRunId=${dryRunId}`, 'dryRunId'],
    ['', 'from'],
    ['from=now', 'from'],
    ['from=1&after=-1', 'after'],
    ['from=1&runType=ALL', 'runType'],
  ]) {
    const { status, body } = await callRoute(getHistory, { path: `/?${query}`, params: { name: NAME } });
    expect({ status, field: body.error.field }).toEqual({ status: 400, field });
  }
  const missing = await callRoute(getHistory, { path: '/?from=1', params: { name: 'missing' } });
  expect(missing.body.error.code).toBe('ResourceNotFoundException');
  expect(mock.calls.length).toBe(before);
});
