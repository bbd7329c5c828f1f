import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as getCanaryRoute } from '@/app/api/canaries/[name]/route';
import { GET as getRuns } from '@/app/api/canaries/[name]/runs/route';
import { GET as getCanaries } from '@/app/api/canaries/route';
import { GET as getCanaryGroups } from '@/app/api/canary-groups/route';
import { GET as getFleets } from '@/app/api/farms/[farmId]/fleets/route';
import { GET as getQueues } from '@/app/api/farms/[farmId]/queues/route';
import { GET as getFarmRoute } from '@/app/api/farms/[farmId]/route';
import { GET as getFarms } from '@/app/api/farms/route';
import { GET as getFunctions } from '@/app/api/profiling-groups/[group]/profile/functions/route';
import { GET as getProfile } from '@/app/api/profiling-groups/[group]/profile/route';
import { GET as getTimes } from '@/app/api/profiling-groups/[group]/profile-times/route';
import { GET as getGroup } from '@/app/api/profiling-groups/[group]/route';
import { GET as getGroups } from '@/app/api/profiling-groups/route';
import { fromCompact } from '@/lib/profile/view/compact';
import { SharedCalls } from '../shared-calls';
import { callRoute, pointAt, startTestAws, TEST_NOW, type TestAws } from '../test-support';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
});

afterAll(() => aws.close());

const group = 'sample-checkout-service';

describe('profiles', () => {
  test('lists groups with their details, uncached', async () => {
    const { status, headers, body } = await callRoute(getGroups);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toMatchObject({ asOf: TEST_NOW, partial: false, warnings: [] });
    const names = body.data.map(({ name }: { name: string }) => name);
    expect(names).toContain(group);
    expect(names).toContain('triptych-server');
    expect(JSON.stringify(body)).not.toMatch(/arn:/);
  });

  test('returns one group', async () => {
    const { body } = await callRoute(getGroup, { params: { group } });
    expect(body.data).toMatchObject({ name: group, latestAggregatedProfile: { period: expect.any(String) } });
    expect((await callRoute(getGroup, { params: { group: 'nobody' } })).body.error).toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
      requestId: expect.any(String),
    });
  });

  test('cuts a profile to the width and reports what it covers', async () => {
    const path = '/?startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z&data=all';
    const { status, body } = await callRoute(getProfile, { path, params: { group } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      coverage: { from: Date.parse('2026-11-24T13:00Z'), to: Date.parse('2026-11-24T14:00Z') },
      partial: false,
    });
    const { tree, frames, framesLeftOut, deepest, top } = body.data;
    const sent = fromCompact(tree);
    expect(sent.names[sent.name[0] ?? -1]).toBe('');
    expect(sent.name.length - 1 + framesLeftOut).toBe(frames);
    expect(deepest).toBeGreaterThan(10);
    const narrow = await callRoute(getProfile, { path: `${path}&width=50`, params: { group } });
    expect(narrow.body.data.framesLeftOut).toBeGreaterThan(framesLeftOut);
    expect(narrow.body.data.top).toEqual(top);
  });

  test('searches and focuses as requested, within limits', async () => {
    const path = '/?startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z&data=all';
    const { functions } = (await callRoute(getFunctions, { path, params: { group } })).body.data;
    const query = `search=${encodeURIComponent(functions[0].name.toUpperCase())}&focus=`;
    const { body } = await callRoute(getProfile, { path: `${path}&${query}`, params: { group } });
    expect(body.data.found.samples).toBe(functions[0].total);
    const found = await callRoute(getFunctions, { path: `${path}&${query}`, params: { group } });
    expect(found.body.data.functions[0]).toEqual(functions[0]);
    for (const [wrong, field] of [
      [`search=${'a'.repeat(201)}`, 'search'],
      ['focus=../x', 'focus'],
    ]) {
      const refused = await callRoute(getProfile, { path: `${path}&${wrong}`, params: { group } });
      expect(refused.status).toBe(400);
      expect(refused.body.error.field).toBe(field);
    }
  });

  test('cuts at maxDepth exactly like AWS, which cuts profiles that are not cached', async () => {
    const path = '/?startTime=2026-11-24T12:00:00Z&period=PT1H';
    const profileAt = async (depth: string) => {
      const { deepest, frames, tree } = (
        await callRoute(getProfile, { path: path + depth, params: { group } })
      ).body.data;
      return { deepest, frames, tree };
    };
    const cutByAws = await profileAt('&maxDepth=3');
    SharedCalls.forgetAll();
    expect((await profileAt('')).deepest).toBeGreaterThan(3);
    const failing = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
    aws.world.faults.inject('GetProfile', failing, 9);
    const cutHere = await profileAt('&maxDepth=3');
    aws.world.faults.clear();
    expect(cutHere.deepest).toBe(3);
    expect(cutHere).toEqual(cutByAws);
  });

  test('marks a range as partial when AWS has less of it', async () => {
    const path = '/?startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T16:00:00Z';
    const { body } = await callRoute(getProfile, { path, params: { group } });
    expect(body.partial).toBe(true);
    expect(body.warnings[0]).toMatch(
      /^AWS has profiles only from 2026-11-24 13:00 to 2026-11-24 14:3\d UTC, not/,
    );
  });

  test('lists profile times newest first or as requested, all or one page', async () => {
    const range = 'startTime=2026-11-24T10:00:00Z&endTime=2026-11-24T12:00:00Z&period=PT1H';
    const ten = Date.parse('2026-11-24T10:00Z');
    const eleven = Date.parse('2026-11-24T11:00Z');
    const all = await callRoute(getTimes, { path: `/?${range}`, params: { group } });
    expect(all.body.data).toEqual({ group, period: 'PT1H', starts: [eleven, ten] });
    const page = await callRoute(getTimes, {
      path: `/?${range}&maxResults=1&orderBy=TimestampAscending`,
      params: { group },
    });
    expect(page.body.data).toMatchObject({ starts: [ten], nextToken: expect.any(String) });
  });
});

describe('farms', () => {
  test('returns a farm, its queues and fleets', async () => {
    const { body: farms } = await callRoute(getFarms);
    const farm = farms.data.find(({ displayName }: { displayName: string }) => displayName === 'Sample farm');
    const params = { farmId: farm.farmId };
    expect((await callRoute(getFarmRoute, { params })).body.data.displayName).toBe('Sample farm');
    const { body: queues } = await callRoute(getQueues, { params });
    expect(queues.data.length).toBeGreaterThan(3);
    expect((await callRoute(getFleets, { params })).body.data[0]).toMatchObject({
      workerCount: expect.any(Number),
    });
  });
});

describe('canaries', () => {
  test('lists canaries with their last run and their retries', async () => {
    const { body } = await callRoute(getCanaries);
    const login = body.data.find(({ name }: { name: string }) => name === 'sample-login-flow');
    expect(login).toMatchObject({
      schedule: expect.stringMatching(/^rate|^cron/),
      tags: { sample: 'true' },
      lastRun: { name: 'sample-login-flow', started: expect.any(Number) },
    });
    expect(body.data.some(({ maxRetries }: { maxRetries?: number }) => maxRetries)).toBe(true);
    const one = await callRoute(getCanaryRoute, { params: { name: 'sample-login-flow' } });
    expect(one.body.data.name).toBe('sample-login-flow');
    expect(one.body.data).not.toHaveProperty('artifactLocation');
  });

  test('lists the groups of canaries with their members', async () => {
    const { body } = await callRoute(getCanaryGroups);
    expect(body).toMatchObject({ partial: false, warnings: [] });
    expect(body.data).toContainEqual({
      name: 'sample-world',
      canaries: ['sample-stock-feed', 'sample-store-finder'],
    });
  });

  test('names the locations and browsers of a canary', async () => {
    const { body } = await callRoute(getCanaries);
    const of = (wanted: string) => body.data.find(({ name }: { name: string }) => name === wanted);
    expect(of('sample-store-finder').locations).toMatchObject({
      primary: 'us-east-1',
      replicas: [{ location: 'eu-west-1', replicationState: 'InSync', state: 'RUNNING' }, {}],
    });
    expect(of('sample-login-flow').browserTypes).toEqual(['CHROME', 'FIREFOX']);
  });

  test('returns runs newest first, page by page', async () => {
    const params = { name: 'sample-login-flow' };
    const first = await callRoute(getRuns, { params, path: '/?maxResults=5' });
    expect(first.body.data.runs).toHaveLength(5);
    const next = encodeURIComponent(first.body.data.nextToken);
    const second = await callRoute(getRuns, { params, path: `/?maxResults=5&nextToken=${next}` });
    const starts = [...first.body.data.runs, ...second.body.data.runs].map(
      ({ started }: { started: number }) => started,
    );
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(starts[0]).toBeGreaterThan(TEST_NOW - 86_400_000);
    expect(new Set(first.body.data.runs.map(({ id }: { id: string }) => id)).size).toBe(5);
  });
});
