import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { functionKey } from '@/lib/profile/tree/path-key';
import { type CompactTree, fromCompact } from '@/lib/profile/view/compact';
import { DAY } from '@/lib/time/duration';
import { SharedCalls } from '../../shared-calls';
import { pointAt, startTestAws, TEST_NOW, type TestAws } from '../../test-support';
import { getComparedView, getProfileView } from '../get-profile-view';
import { engine } from './engine';

const group = 'sample-checkout-service';
const width = 1600;
const hour = { group, startTime: TEST_NOW - DAY, period: 'PT1H' };

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
});

beforeEach(() => {
  aws.world.faults.clear();
  SharedCalls.forgetAll();
});

afterAll(async () => {
  await engine().close();
  await aws.close();
});

const choice = { width, data: 'all' } as const;
const samplesOf = ({ tree }: { tree: CompactTree }) =>
  fromCompact(tree).total.reduce((sum, column) => sum + (column[0] ?? 0), 0);

describe('a profile in the engine', () => {
  test('is requested as JSON when the Ion answer can’t be decoded', async () => {
    const { data } = await getProfileView({ ...hour, ...choice });
    SharedCalls.forgetAll();
    aws.world.faults.inject('GetProfile', { kind: 'empty' }, 1);
    expect((await getProfileView({ ...hour, ...choice })).data).toEqual(data);
    SharedCalls.forgetAll();
    aws.world.faults.inject('GetProfile', { kind: 'empty' }, 2);
    await expect(getProfileView({ ...hour, ...choice })).rejects.toMatchObject({ problem: { status: 502 } });
  });

  test('is requested again after the worker has ended', async () => {
    const { data } = await getProfileView({ ...hour, ...choice });
    await engine().close();
    expect((await getProfileView({ ...hour, ...choice })).data).toEqual(data);
  });

  test('adds up more than a week, and names a week that failed', async () => {
    const to = Date.parse('2026-11-24T00:00:00Z');
    const spans = [20, 14, 7].map((days, i) => ({
      startTime: to - days * DAY,
      endTime: to - ([14, 7, 0][i] ?? 0) * DAY,
    }));
    const parts = await Promise.all(spans.map((span) => getProfileView({ group, ...span, ...choice })));
    const whole = { group, startTime: to - 20 * DAY, endTime: to, ...choice };
    const { data, coverage, partial } = await getProfileView(whole);
    expect(samplesOf(data)).toBe(parts.reduce((sum, part) => sum + samplesOf(part.data), 0));
    expect([partial, coverage]).toEqual([false, { from: to - 20 * DAY, to }]);

    SharedCalls.forgetAll();
    const refused = { kind: 'exception', code: 'ValidationException', status: 400, message: '' } as const;
    aws.world.faults.inject('GetProfile', refused, 1);
    const less = await getProfileView(whole);
    expect(less.partial).toBe(true);
    expect(less.warnings.join()).toMatch(/2026-11-\d\d 00:00 UTC could not be loaded/);
    expect(samplesOf(less.data)).toBeLessThan(samplesOf(data));
  });

  test('is compared with another one, each with its own samples', async () => {
    const before = { group, startTime: hour.startTime - DAY, period: 'PT1H' };
    const own = await getProfileView({ ...hour, ...choice });
    const other = await getProfileView({ ...before, ...choice });
    const { data } = await getComparedView({ ...hour, ...choice, baseline: before, unit: 'samples' });
    expect(data.samples).toEqual({
      baseline: samplesOf(other.data),
      comparison: samplesOf(own.data),
    });
  });

  test('hides functions by key and returns their names', async () => {
    const { data } = await getProfileView({ ...hour, ...choice });
    const name = fromCompact(data.tree).names.find((each) => each.endsWith(':run')) ?? '';
    const hidden = [functionKey(name), functionKey('no such function')];
    const { data: without } = await getProfileView({ ...hour, ...choice, hidden });
    expect(without.hidden).toEqual([{ key: functionKey(name), name }]);
    expect(fromCompact(without.tree).names).not.toContain(name);
    expect(samplesOf(without)).toBe(samplesOf(data));
  });

  test('collapses functions by key, adding their callees to them', async () => {
    const { data } = await getProfileView({ ...hour, ...choice });
    const name = fromCompact(data.tree).names.find((each) => each.endsWith(':Thread:run')) ?? '';
    const key = functionKey(name);
    const collapsed = [key, functionKey('no such function')];
    const request = { ...hour, ...choice, collapsed, view: 'inspect', inspected: key } as const;
    const { data: without } = await getProfileView(request);
    expect(without.collapsed).toEqual([{ key, name }]);
    expect(without.inspection?.self).toBe(without.inspection?.total);
    expect(without.frames).toBeLessThan(data.frames);
    const { data: left } = await getProfileView({ ...hour, ...choice, collapsed, hidden: [key] });
    expect(samplesOf(left)).toBe(samplesOf(data));
    expect(left.frames).toBeLessThan(without.frames);
    const { data: both } = await getComparedView({
      ...hour,
      ...choice,
      collapsed,
      baseline: hour,
      unit: 'samples',
    });
    const doubled = without.occurring.map(({ state, samples }) => ({ state, samples: 2 * samples }));
    expect(both.occurring).toEqual(doubled);
    expect([both.collapsed, both.frames]).toEqual([[{ key, name }], without.frames]);
  });

  test('shows hotspots, and the callers and callees of a function', async () => {
    const { data: hot } = await getProfileView({ ...hour, ...choice, view: 'hotspots' });
    const { names, name } = fromCompact(hot.tree);
    const first = names[name[1] ?? 0] ?? '';
    const key = functionKey(first);
    const { data: focused } = await getProfileView({ ...hour, ...choice, view: 'hotspots', focus: key });
    expect(focused.focus).toBe(key);
    const { data } = await getProfileView({ ...hour, ...choice, view: 'inspect', inspected: key });
    expect(data.inspection?.name).toBe(first);
    const { inspection } = data;
    if (!inspection) throw new Error('No inspection');
    expect(samplesOf({ tree: inspection.callers })).toBe(samplesOf(data));
  });
});
