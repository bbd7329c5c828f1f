import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettableClock } from '@/lib/local-aws/clock';
import { agentProfile } from '@/lib/local-aws/codeguru/agent-profile-for-test';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { PAST_CHANGED } from '@/lib/local-aws/store/past-changed';
import { functionKey } from '@/lib/profile/tree/path-key';
import { fromCompact } from '@/lib/profile/view/compact';
import { DAY, HOUR } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { forgetEverything, pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { engine } from './engine/engine';
import { getProfileView } from './get-profile-view';

const group = 'sample-checkout-service';
const choice = { width: 1600, data: 'all' } as const;
/** A view that isn't archived, so that it is that of the archived profile. */
const zoomed = { ...choice, focus: functionKey('main') };
const yesterday = { group, startTime: TEST_NOW - DAY, endTime: TEST_NOW - DAY + HOUR };

let aws: LocalAws;
let clock: SettableClock;
let folder: string;
let removeFolder: () => Promise<void>;
let data: string;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  clock = new SettableClock(TEST_NOW);
  aws = await startLocalAws({ port: 0, admin: false, folder: join(folder, 'aws'), clock, sample: true });
});
let count = 0;
beforeEach(async () => {
  data = join(folder, `data-${count++}`);
  pointAt(aws.url, { TRIPTYCH_DATA: data, TRIPTYCH_PAST_CHANGED_FILE: '' });
  clock.set(TEST_NOW);
  await engine().close();
  aws.world.faults.clear();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await engine().close();
  await aws.close();
  await removeFolder();
  Object.assign(process.env, { TRIPTYCH_DATA: '', TRIPTYCH_PAST_CHANGED_FILE: '' });
});

/** As a server that was just started, whose AWS answers GetProfile with an error. */
async function restartWithoutAws(): Promise<void> {
  await archiveLater().flush();
  forgetEverything();
  await engine().close();
  const fault = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
  aws.world.faults.inject('GetProfile', fault, 100);
}

/** Total samples of each node by thread state: the order of states depends on where a tree was cut. */
const totals = ({ states, total }: { states: string[]; total: readonly unknown[] }) =>
  Object.fromEntries(states.map((state, i) => [state, total[i]]));

describe('a view of a settled profile', () => {
  const run = vi.spyOn(engine(), 'run');

  it('is the same after a restart, without loading the profile', async () => {
    const before = await getProfileView({ ...yesterday, ...choice });
    await restartWithoutAws();
    run.mockClear();
    expect(await getProfileView({ ...yesterday, ...choice })).toEqual(before);
    expect(run).not.toHaveBeenCalled();
  });

  it('is computed from the archived profile when it is another one', async () => {
    await getProfileView({ ...yesterday, ...choice });
    await restartWithoutAws();
    run.mockClear();
    const { data } = await getProfileView({ ...yesterday, ...choice, view: 'hotspots' });
    expect(run.mock.calls.map(([operation]) => operation)).toEqual(['load', 'view']);
    expect(data.states).not.toEqual([]);
  });

  it.each([
    ['a zoom', { focus: functionKey('main') }],
    ['a search', { search: 'checkout' }],
    ['an inspected function', { view: 'inspect' as const, inspected: functionKey('main') }],
  ])('is not archived for %s', async (_, more) => {
    const request = { ...yesterday, ...choice, ...more };
    await getProfileView(request);
    await restartWithoutAws();
    run.mockClear();
    await getProfileView(request);
    expect(run.mock.calls.map(([operation]) => operation)).toContain('view');
  });
});

describe('a profile of a settled range', () => {
  it('is the same after a restart, without a call to AWS', async () => {
    const before = await getProfileView({ ...yesterday, ...zoomed });
    await restartWithoutAws();
    expect(await getProfileView({ ...yesterday, ...zoomed })).toEqual(before);
  });

  it('is cut at any depth from the archived whole', async () => {
    const shallow = await getProfileView({ ...yesterday, ...zoomed, maxDepth: 3 });
    forgetEverything();
    await getProfileView({ ...yesterday, ...choice });
    await restartWithoutAws();
    const again = await getProfileView({ ...yesterday, ...zoomed, maxDepth: 3 });
    expect(again.data.tree.name).toEqual(shallow.data.tree.name);
    expect(totals(again.data.tree)).toEqual(totals(shallow.data.tree));
  });

  it('is archived week by week', async () => {
    const weeks = { group, startTime: TEST_NOW - 20 * DAY, endTime: TEST_NOW - DAY, ...choice };
    const before = await getProfileView(weeks);
    await restartWithoutAws();
    expect(await getProfileView(weeks)).toEqual(before);
    expect(await readdir(join(data, 'archive', 'blobs'))).toHaveLength(3);
  });

  it('is requested from AWS again when its blob is damaged', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = await getProfileView({ ...yesterday, ...choice });
    await restartWithoutAws();
    const blobs = join(data, 'archive', 'blobs');
    for (const name of await readdir(blobs)) await writeFile(join(blobs, name), 'damaged');
    aws.world.faults.clear();
    expect((await getProfileView({ ...yesterday, ...choice })).data).toEqual(before.data);
  });

  it('is requested again after local-aws accepted data of the past', async () => {
    const start = Date.parse('2026-11-23T14:00:00Z');
    const range = { group: 'triptych-server', startTime: start, endTime: start + HOUR, ...choice };
    const post = (frame: string) =>
      fetch(`${aws.url}/profilingGroups/triptych-server/agentProfile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array(agentProfile(new Date(start).toISOString(), frame)),
      });
    await post('first 10');
    clock.set(TEST_NOW + HOUR);
    const settings = { TRIPTYCH_DATA: data, TRIPTYCH_PAST_CHANGED_FILE: join(folder, 'aws', PAST_CHANGED) };
    pointAt(aws.url, { ...settings, TRIPTYCH_NOW: new Date(clock.now()).toISOString() });
    const first = await getProfileView(range);
    await archiveLater().flush();
    forgetEverything();
    const { asOf } = await getProfileView(range);
    expect(asOf).toBe(first.asOf);

    clock.set(TEST_NOW + 2 * HOUR);
    await post('second 20');
    forgetEverything();
    expect(fromCompact((await getProfileView(range)).data.tree).names).toContain('second');
  });

  it('is not served to another account', async () => {
    await getProfileView({ ...yesterday, ...choice });
    await restartWithoutAws();
    pointAt(aws.url.replace('127.0.0.1', 'localhost'), { TRIPTYCH_DATA: data });
    await expect(getProfileView({ ...yesterday, ...choice })).rejects.toMatchObject({
      problem: { code: 'InternalServerException' },
    });
  });
});

describe('a profile that can still change', () => {
  it.each([
    ['ended less than 15 minutes ago', { group, startTime: TEST_NOW - HOUR, endTime: TEST_NOW - HOUR / 6 }],
    ['is the latest', { group, period: 'PT1H' }],
  ])('is not archived when it %s', async (_, request) => {
    await getProfileView({ ...request, ...choice });
    await restartWithoutAws();
    await expect(getProfileView({ ...request, ...choice })).rejects.toMatchObject({
      problem: { code: 'InternalServerException' },
    });
  });
});
