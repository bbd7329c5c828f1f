import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/profiling-groups/[group]/samples/route';
import { agentProfile } from '@/lib/local-aws/codeguru/agent-profile-for-test';
import { PAST_CHANGED } from '@/lib/local-aws/store/past-changed';
import type { SamplesRequest } from '@/lib/profile/range/samples';
import type { StateSamples } from '@/lib/profile/tree/states';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { archiveLater } from '../../archive/archive-later';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '../../test-support';
import { engine } from '../engine/engine';
import { getProfileView } from '../get-profile-view';
import { getProfileSamples } from './get-profile-samples';

const group = 'sample-checkout-service';
const NOON = Date.parse('2026-11-23T12:00:00Z');
const hour = Array.from({ length: 12 }, (_, i) => NOON + i * 5 * MINUTE);
const fiveMinutes: SamplesRequest = { group, period: 'PT5M', starts: hour };
const internal = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;

let aws: TestAws;
let folder: string;
let removeFolder: () => Promise<void>;
let data: string;
let count = 0;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  aws = await startTestAws({ sample: true, folder: join(folder, 'aws') });
});
beforeEach(async () => {
  await archiveLater().flush();
  data = join(folder, `dashboard-${count++}`);
  pointAt(aws.url, { TRIPTYCH_DATA: data, TRIPTYCH_PAST_CHANGED_FILE: '' });
  aws.clock.set(TEST_NOW);
  aws.world.faults.clear();
});
afterAll(async () => {
  await engine().close();
  await aws.close();
  await removeFolder();
  Object.assign(process.env, { TRIPTYCH_DATA: '', TRIPTYCH_PAST_CHANGED_FILE: '' });
});

/** As a server that was just started, whose AWS answers GetProfile with an error. */
async function restartWithoutAws(): Promise<void> {
  await archiveLater().flush();
  forgetEverything();
  aws.world.faults.inject('GetProfile', internal, 100);
}

type RawNode = { counts?: Record<string, number>; children?: Record<string, RawNode> };

/** Adds up the self samples of all frames, as the API returns them. */
function addUp(node: RawNode, sums: Record<string, number> = {}): Record<string, number> {
  for (const [state, samples] of Object.entries(node.counts ?? {}))
    sums[state] = (sums[state] ?? 0) + samples;
  for (const child of Object.values(node.children ?? {})) addUp(child, sums);
  return sums;
}

async function rawSamples(from: number, to: number): Promise<Record<string, number>> {
  const times = `startTime=${new Date(from).toISOString()}&endTime=${new Date(to).toISOString()}`;
  const response = await fetch(`${aws.url}/profilingGroups/${group}/profile?${times}`, {
    headers: { accept: 'application/json' },
  });
  const { callgraph } = (await response.json()) as { callgraph: RawNode };
  return addUp(callgraph);
}

const byState = (states: readonly StateSamples[]) =>
  Object.fromEntries(states.map(({ state, samples }) => [state, samples]));

describe('the samples of aggregated profiles', () => {
  it.each([
    ['PT5M', 5 * MINUTE, NOON + 10 * MINUTE],
    ['PT1H', HOUR, NOON],
    ['P1D', DAY, NOON - 12 * HOUR],
  ] as const)('are all samples of the whole profile: %s', async (period, length, start) => {
    const { data: answer } = await getProfileSamples({ group, period, starts: [start] });
    const raw = await rawSamples(start, start + length);
    expect(byState(answer.profiles[0]?.states ?? [])).toEqual(raw);
    const view = await getProfileView({ group, startTime: start, endTime: start + length, width: 1600 });
    expect(byState(view.data.occurring)).toEqual(raw);
  });

  it('are read without the frames below the first', async () => {
    const received: URLSearchParams[] = [];
    const note = (message: unknown) => {
      const { request } = message as { request: IncomingMessage };
      received.push(new URL(request.url ?? '', aws.url).searchParams);
    };
    subscribe('http.server.request.start', note);
    await getProfileSamples({ ...fiveMinutes, starts: [NOON] });
    unsubscribe('http.server.request.start', note);
    expect(received.map((query) => query.get('maxDepth'))).toEqual(['1']);
    expect(received.map((query) => Date.parse(query.get('startTime') ?? ''))).toEqual([NOON]);
  });

  it('leave out profiles that do not exist', async () => {
    const { data: answer } = await getProfileSamples({ ...fiveMinutes, starts: [NOON - 400 * DAY, NOON] });
    expect(answer.profiles.map(({ start }) => start)).toEqual([NOON]);
    expect(answer.failed).toEqual([]);
  });

  it('include those that were read when others fail, which are read on the next request', async () => {
    aws.world.faults.inject('GetProfile', { ...internal, code: 'ValidationException', status: 400 }, 3);
    const { data: answer, partial } = await getProfileSamples(fiveMinutes);
    expect([answer.profiles.length, answer.failed.length, partial]).toEqual([9, 3, true]);
    expect(answer.failed[0]?.problem.code).toBe('ValidationException');
    expect((await getProfileSamples(fiveMinutes)).data.profiles).toHaveLength(12);
  });

  it('are a problem when none can be read', async () => {
    aws.world.faults.inject('GetProfile', { ...internal, code: 'ValidationException', status: 400 }, 100);
    await expect(getProfileSamples(fiveMinutes)).rejects.toMatchObject({
      problem: { code: 'ValidationException' },
    });
  });

  it('are refused for starts that are too many, repeated or not those of profiles', async () => {
    const rule = async (starts: string) => {
      const path = `/?period=PT5M&starts=${starts}`;
      const { status, body } = await callRoute(GET, { path, params: { group } });
      return [status, body.error?.field];
    };
    const noon = '2026-11-23T12:00:00Z';
    expect(await rule(noon)).toEqual([200, undefined]);
    for (const bad of ['', 'noon', `${noon},${noon}`, Array(13).fill(noon).join(), '2026-11-23T12:01:00Z']) {
      expect(await rule(bad)).toEqual([400, 'starts']);
    }
  });
});

describe('the samples of settled profiles', () => {
  it('are the same after a restart, without a call to AWS, from one file', async () => {
    const before = await getProfileSamples(fiveMinutes);
    await getProfileSamples({ ...fiveMinutes, starts: [NOON - HOUR] });
    await restartWithoutAws();
    const again = await getProfileSamples({ ...fiveMinutes, starts: [NOON - HOUR, ...hour.slice(1)] });
    expect(again.data.profiles.slice(1)).toEqual(before.data.profiles.slice(1));
    expect(again.data.profiles).toHaveLength(12);
    expect(await readdir(join(data, 'archive', 'blobs'))).toHaveLength(1);
  });

  it('are added to those that were archived earlier', async () => {
    await getProfileSamples({ ...fiveMinutes, starts: [NOON] });
    await archiveLater().flush();
    forgetEverything();
    await getProfileSamples({ ...fiveMinutes, starts: [NOON + HOUR] });
    await restartWithoutAws();
    const { data: answer } = await getProfileSamples({ ...fiveMinutes, starts: [NOON, NOON + HOUR] });
    expect(answer.profiles).toHaveLength(2);
  });

  it('are read again after local-aws accepted data of the past', async () => {
    const own = 'triptych-server';
    const post = (text: string) =>
      fetch(`${aws.url}/profilingGroups/${own}/agentProfile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array(agentProfile(new Date(NOON).toISOString(), text)),
      });
    const settings = {
      TRIPTYCH_DATA: data,
      TRIPTYCH_PAST_CHANGED_FILE: join(folder, 'aws', PAST_CHANGED),
    };
    const request: SamplesRequest = { group: own, period: 'PT5M', starts: [NOON] };
    const samples = async () => {
      const { data: answer, asOf } = await getProfileSamples(request);
      return { samples: answer.profiles[0]?.states.reduce((sum, each) => sum + each.samples, 0), asOf };
    };
    await post('first 10');
    aws.clock.set(TEST_NOW + HOUR);
    pointAt(aws.url, { ...settings, TRIPTYCH_NOW: new Date(aws.clock.now()).toISOString() });
    const first = await samples();
    expect(first.samples).toBe(10);
    await archiveLater().flush();
    forgetEverything();
    expect(await samples()).toEqual(first);
    aws.clock.set(TEST_NOW + 2 * HOUR);
    await post('second 20');
    forgetEverything();
    expect((await samples()).samples).toBe(30);
  });
});

it('does not archive the samples of a profile that can still change', async () => {
  const recent = Math.floor((TEST_NOW - 10 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  const request = { ...fiveMinutes, starts: [recent] };
  expect((await getProfileSamples(request)).data.profiles).toHaveLength(1);
  await restartWithoutAws();
  await expect(getProfileSamples(request)).rejects.toMatchObject({
    problem: { code: 'InternalServerException' },
  });
});

it('makes at most four calls at a time, and gives up when the viewer leaves', async () => {
  aws.world.faults.inject('GetProfile', { kind: 'hang' }, 100);
  const controller = new AbortController();
  const left = getProfileSamples({ ...fiveMinutes, starts: hour.slice(0, 6) }, controller.signal);
  await expect.poll(() => aws.world.faults.remaining('GetProfile')).toBe(96);
  const other = getProfileSamples({ ...fiveMinutes, starts: hour.slice(6) });
  aws.world.faults.clear();
  controller.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  expect((await other).data.profiles).toHaveLength(6);
});
