import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import { STATISTICS } from '@/lib/farm/session-statistics';
import { widened } from '@/lib/profile/range/profile-periods';
import { recordedTimesOf } from '@/lib/profile/range/recorded-times';
import { fromCompact } from '@/lib/profile/view/compact';
import { DAY, HOUR } from '@/lib/time/duration';
import { Archive } from '../archive/archive';
import { archiveLater } from '../archive/archive-later';
import { ask } from '../deadline/costs/farm-for-test';
import { listFarms } from '../deadline/list-farms';
import { listQueues } from '../deadline/list-queues';
import { answerFrom, record } from '../links/link-scope';
import { sharedLinks } from '../links/shared-links';
import { profileArchive, profileKey } from '../profiler/archived-profiles';
import { describeProfilingGroup } from '../profiler/describe-profiling-group';
import { engine } from '../profiler/engine/engine';
import { getProfileView } from '../profiler/get-profile-view';
import { listProfileTimes } from '../profiler/list-profile-times';
import { recordHours } from '../profiler/record-hours';
import { addRecordedHours, recordedHoursIn, recordedHoursOf, utcDay } from '../profiler/recorded-hours';
import { getProfileSamples } from '../profiler/samples/get-profile-samples';
import { describeCanaries } from '../synthetics/describe-canaries';
import { readRuns } from '../synthetics/runs/read-runs';
import {
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '../test-support';
import { Recorder } from './recorder';

const GROUP = 'sample-checkout-service';
/** The first whole hour that AWS still has at TEST_NOW, and the three from there on. */
const FIRST = Date.parse('2026-09-25T16:00:00Z');
const FIRST_HOURS = {
  group: GROUP,
  startTime: FIRST,
  endTime: FIRST + 3 * HOUR,
  width: 1600,
  data: 'all',
} as const;

const signal = new AbortController().signal;
let aws: TestAws;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;

beforeAll(async () => {
  temporary = await temporaryFolder();
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  useArchive(`data-${count++}`);
});
afterAll(async () => {
  process.env.TRIPTYCH_DATA = '';
  await engine().close();
  await aws.close();
  await temporary.remove();
});

function useArchive(name: string): void {
  aws.world.faults.clear();
  aws.clock.set(TEST_NOW);
  pointAt(aws.url, {
    TRIPTYCH_DATA: name && join(temporary.folder, name),
    TRIPTYCH_PAST_CHANGED_FILE: '',
  });
}

/** As a server that was just started, at a later time. */
async function restartAt(now: number): Promise<void> {
  await archiveLater().flush();
  aws.clock.set(now);
  process.env.TRIPTYCH_NOW = new Date(now).toISOString();
  forgetEverything();
  await engine().close();
}

/** The requests whose answers are where only recorded ones are. */
async function recordedRequests(): Promise<unknown[][]> {
  const folder = join(process.env.TRIPTYCH_DATA ?? '', 'recorded');
  const archive = await Archive.open({ folder, maxBytes: 1e9, now: () => TEST_NOW });
  await archive.saveIndex();
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return entries.map(([key]: [string]) => JSON.parse(key).slice(1));
}

/** Samples of the whole profile by thread state. */
async function samples() {
  const { data, warnings } = await getProfileView(FIRST_HOURS);
  const { states, total } = fromCompact(data.tree);
  return { byState: Object.fromEntries(states.map((state, at) => [state, total[at]?.[0]])), warnings };
}

/** The name of the blob with the profile of an hour. */
async function hashOf(startTime: number): Promise<string | undefined> {
  const source = await profileArchive();
  return (await source?.get(profileKey({ group: GROUP, startTime, endTime: startTime + HOUR })))?.hash;
}

const callCount = (operation: string) => aws.world.calls.get(operation) ?? 0;

describe('recorded hours', () => {
  it('show a range that AWS has forgotten, with the samples that AWS gave', async () => {
    useArchive('');
    const before = await samples();
    useArchive('recorded');
    expect(await recordHours(GROUP, { maxProfiles: 5, signal })).toEqual({ count: 5 });
    await restartAt(TEST_NOW + DAY);
    const { byState, warnings } = await samples();
    expect(Object.values(byState)).toContainEqual(expect.any(Number));
    expect(byState).toEqual(before.byState);
    expect(warnings).toEqual([
      '2026-09-25 16:00 to 2026-09-25 19:00 UTC is put together from recorded hours, because AWS keeps less of it.',
    ]);
    useArchive('not recorded');
    await restartAt(TEST_NOW + DAY);
    await expect(samples()).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('tell which part of a range they cover', async () => {
    await recordHours(GROUP, { maxProfiles: 2, signal });
    await restartAt(TEST_NOW + DAY);
    expect((await samples()).warnings).toContain(
      'There are profiles only from 2026-09-25 16:00 to 2026-09-25 18:00 UTC, not for the whole requested range.',
    );
  });

  it('are listed with their samples like those that AWS still has', async () => {
    const hours = { group: GROUP, startTime: FIRST, endTime: FIRST + 3 * HOUR, period: 'PT1H' } as const;
    const starts = [2, 1, 0].map((hour) => FIRST + hour * HOUR);
    useArchive('');
    const before = await getProfileSamples({ group: GROUP, period: 'PT1H', starts });
    useArchive('listed');
    await recordHours(GROUP, { maxProfiles: 3, signal });
    await restartAt(TEST_NOW + DAY);
    expect((await listProfileTimes(hours)).data.starts).toEqual(starts);
    expect((await describeProfilingGroup(GROUP)).data.recordedFrom).toBe(FIRST);
    const { data } = await getProfileSamples({ group: GROUP, period: 'PT1H', starts });
    expect(data).toEqual(before.data);
    useArchive('nothing');
    await restartAt(TEST_NOW + DAY);
    expect((await listProfileTimes(hours)).data.starts).toEqual([]);
    expect((await describeProfilingGroup(GROUP)).data).not.toHaveProperty('recordedFrom');
  });

  it('tell the time that a pause of the recorder has missed, of which pages show days', async () => {
    const pass = (maxProfiles: number) => recordHours(GROUP, { maxProfiles, signal });
    const known = async () => (await describeProfilingGroup(GROUP)).data;
    await pass(3);
    await restartAt(TEST_NOW + 2 * HOUR);
    await pass(1);
    expect((await known()).unrecorded, 'AWS still has the next hour').toEqual([]);
    await restartAt(TEST_NOW + 5 * DAY);
    await pass(2);
    await restartAt(TEST_NOW + 5 * DAY + HOUR);
    await pass(2);
    const missed = { from: FIRST + 4 * HOUR, to: FIRST + 5 * DAY };
    expect(await known()).toMatchObject({ recordedFrom: FIRST, unrecorded: [missed] });
    const range = { from: FIRST + DAY + HOUR, to: FIRST + DAY + 2 * HOUR };
    const { from: startTime, to: endTime } = widened(
      range,
      TEST_NOW + 5 * DAY,
      recordedTimesOf(await known()),
    );
    const { coverage } = await getProfileView({ group: GROUP, startTime, endTime, width: 1600 });
    expect(coverage).toEqual({ from: startTime, to: startTime + DAY });
  });

  it('have no pause where a single hour failed', async () => {
    const fault = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
    aws.world.faults.inject('GetProfile', fault, 3);
    await recordHours(GROUP, { maxProfiles: 3, signal });
    await restartAt(TEST_NOW + 2 * HOUR);
    await recordHours(GROUP, { maxProfiles: 1, signal });
    expect((await describeProfilingGroup(GROUP)).data).toMatchObject({
      recordedFrom: FIRST + HOUR,
      unrecorded: [],
    });
  });

  it('have no pause in what was noted before there were pauses', async () => {
    const source = (await profileArchive()) ?? expect.fail('There is no archive');
    const content = Buffer.from(JSON.stringify({ from: FIRST - 9 * DAY }));
    await source.put(['recorded hours', GROUP], { asOf: TEST_NOW, content });
    await recordHours(GROUP, { maxProfiles: 1, signal });
    expect((await describeProfilingGroup(GROUP)).data).toMatchObject({
      recordedFrom: FIRST - 9 * DAY,
      unrecorded: [],
    });
  });

  it('tell which of them are missing, or no longer archived', async () => {
    await recordHours(GROUP, { maxProfiles: 3, signal });
    const source = (await profileArchive()) ?? expect.fail('There is no archive');
    const listed = (hours: number[]) => Buffer.from(JSON.stringify({ hours }));
    const day = ['recorded hours', GROUP, utcDay(FIRST)];
    await source.put(day, { asOf: TEST_NOW, content: listed([FIRST, FIRST + 2 * HOUR]) });
    await restartAt(TEST_NOW + DAY);
    expect((await samples()).warnings).toEqual([
      expect.stringContaining('is put together from recorded hours'),
      'This profile has no data from 2026-09-25 17:00 to 2026-09-25 18:00 UTC.',
    ]);
    await source.put(day, { asOf: TEST_NOW, content: listed([FIRST, FIRST + HOUR, FIRST + 2 * HOUR]) });
    await rm(join(process.env.TRIPTYCH_DATA ?? '', 'recorded', 'blobs', `${await hashOf(FIRST + HOUR)}.gz`));
    await restartAt(TEST_NOW + DAY);
    expect((await samples()).warnings).toContainEqual(
      '2026-09-25 17:00 to 2026-09-25 18:00 UTC could not be loaded and is not in this profile. It was recorded, but is no longer archived.',
    );
  });

  it('are kept by a link of a page that shows them', async () => {
    await recordHours(GROUP, { maxProfiles: 3, signal });
    await archiveLater().flush();
    const recorded = await recordedRequests();
    expect(recorded.filter(([kind]) => kind === 'profile')).toHaveLength(3);
    expect(new Set(recorded.map(([kind]) => kind))).toEqual(new Set(['profile', 'recorded hours']));
    await restartAt(TEST_NOW + DAY);
    const { recording, finish } = await (await sharedLinks()).begin();
    const shown = await record(recording, samples);
    const page = { path: '/profiles', search: '' };
    const { id } = await finish({ name: 'Profiles', page, missing: [] });
    await restartAt(TEST_NOW + 2 * DAY);
    await rm(join(process.env.TRIPTYCH_DATA ?? '', 'recorded'), { recursive: true });
    const link = await (await sharedLinks()).open(id);
    expect(await answerFrom(link, samples)).toEqual(shown);
    await expect(samples()).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('are requested once each, also by two servers after each other', async () => {
    const before = callCount('GetProfile');
    await recordHours(GROUP, { maxProfiles: 3, signal });
    await restartAt(TEST_NOW);
    await recordHours(GROUP, { maxProfiles: 3, signal });
    expect(callCount('GetProfile') - before).toBe(6);
    expect((await recordedHoursIn(GROUP, { from: FIRST, to: FIRST + DAY })).map(({ from }) => from)).toEqual(
      [0, 1, 2, 3, 4, 5].map((hour) => FIRST + hour * HOUR),
    );
  });

  it('of two servers one after the other are all known', async () => {
    const source = (await profileArchive()) ?? expect.fail('There is no archive');
    const day = { group: GROUP, day: utcDay(FIRST) };
    await addRecordedHours(source, day, [FIRST], TEST_NOW);
    await addRecordedHours(source, day, [FIRST + HOUR], TEST_NOW);
    expect(await recordedHoursOf(source, day)).toEqual([FIRST, FIRST + HOUR]);
  });

  it('leave one out that fails, and stop after three failures', async () => {
    const fault = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
    aws.world.faults.inject('GetProfile', fault, 3);
    expect(await recordHours(GROUP, { maxProfiles: 3, signal })).toEqual({
      count: 3,
      failure: expect.objectContaining({
        problem: expect.objectContaining({ code: 'InternalServerException' }),
      }),
    });
    aws.world.faults.inject('GetProfile', fault, 100);
    expect(await recordHours(GROUP, { maxProfiles: 3, signal })).toMatchObject({ count: 0 });
    aws.world.faults.clear();
    await recordHours(GROUP, { maxProfiles: 1, signal });
    expect((await recordedHoursIn(GROUP, { from: FIRST, to: FIRST + HOUR })).length, 'the one left out').toBe(
      1,
    );
  });
});

describe('a pass', () => {
  it('records the groups and the runs of the canaries that match, and logs what fails', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fault = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
    aws.world.faults.inject('ListProfilingGroups', fault, 100);
    const canaries = ['sample-asset-*'];
    await new Recorder().pass({ profilingGroups: ['*'], canaries }, signal);
    expect(log.mock.calls.flat().join()).toMatch(/^recorder: profiles: [A-Z]/);
    await restartAt(TEST_NOW);
    const before = callCount('GetCanaryRuns');
    const { data } = await describeCanaries(undefined);
    const canary = data.find(({ name }) => name === 'sample-asset-upload') ?? expect.fail('no canary');
    await readRuns(canary, TEST_NOW - 20 * DAY, signal);
    expect(callCount('GetCanaryRuns') - before).toBe(1);
  });

  it('reads only newer runs than the last pass', async () => {
    const recorder = new Recorder();
    const canaries = ['sample-asset-upload'];
    await recorder.pass({ canaries }, signal);
    await restartAt(TEST_NOW + 2 * HOUR);
    const before = callCount('GetCanaryRuns');
    await recorder.pass({ canaries }, signal);
    expect(callCount('GetCanaryRuns') - before).toBe(1);
  });

  it('records the costs of days that can’t change any more, so that their pages cost no aggregation', async () => {
    const { data: farms } = await listFarms(undefined);
    const farmId = farms[0]?.farmId ?? expect.fail('no farm');
    const starts = () => callCount('StartSessionsStatisticsAggregation');
    const before = starts();
    const recorder = new Recorder();
    await recorder.pass({ farms: [farmId] }, signal);
    expect(starts() - before, 'one for each of five days').toBe(5);
    await restartAt(TEST_NOW);
    const newest = { from: Date.parse('2026-11-22T00:00:00Z'), to: Date.parse('2026-11-23T00:00:00Z') };
    const queues = await listQueues(farmId);
    // As the pages ask.
    const asked = askedCosts({ farmId, queues }, newest, 'UTC', { groupBy: ['QUEUE_ID'] }, STATISTICS);
    const { costs } = await ask(asked?.query ?? expect.fail('no query'));
    expect(costs?.rowCount).toBeGreaterThan(0);
    expect(starts() - before, 'none for the page').toBe(5);
    await recorder.pass({ farms: [farmId] }, signal);
    expect(starts() - before, 'five more days').toBe(10);
  });

  it('archives runs and costs where nothing else displaces them', async () => {
    const { data: farms } = await listFarms(undefined);
    const farmId = farms[0]?.farmId ?? expect.fail('no farm');
    await new Recorder().pass({ canaries: ['sample-asset-*'], farms: [farmId] }, signal);
    const requests = await recordedRequests();
    const ofRuns = requests.filter(([kind]) => kind === 'runs');
    expect(new Set(ofRuns.map(([, name]) => name))).toEqual(new Set(['sample-asset-upload']));
    expect(ofRuns.length, 'days').toBeGreaterThan(5);
    expect(requests.filter(([kind]) => kind === 'statistics')).toHaveLength(5);
  });

  it('ends when its signal is aborted', async () => {
    const ending = new AbortController();
    const passing = new Recorder().pass({ profilingGroups: ['*'], canaries: ['*'] }, ending.signal);
    ending.abort(new Error('the end'));
    await expect(passing).rejects.toThrow('the end');
  });
});
