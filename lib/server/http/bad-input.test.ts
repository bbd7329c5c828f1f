import { beforeAll, expect, test } from 'vitest';
import { GET as getCanaryRoute } from '@/app/api/canaries/[name]/route';
import { GET as getRuns } from '@/app/api/canaries/[name]/runs/route';
import { GET as getFarmRoute } from '@/app/api/farms/[farmId]/route';
import { GET as getCompared } from '@/app/api/profiling-groups/[group]/profile/compare/route';
import { GET as getExport } from '@/app/api/profiling-groups/[group]/profile/export/route';
import { GET as getProfile } from '@/app/api/profiling-groups/[group]/profile/route';
import { GET as getTimes } from '@/app/api/profiling-groups/[group]/profile-times/route';
import { GET as getGroup } from '@/app/api/profiling-groups/[group]/route';
import { callRoute, pointAt } from '../test-support';

/** Nothing listens there, so a request that passes validation becomes a 502. */
beforeAll(() => pointAt('http://127.0.0.1:1', { TRIPTYCH_AWS_TIMEOUT_MS: '10000' }));

const hex = '0123456789abcdef0123456789abcdef';

test.each([
  ['', 'period'],
  ['startTime=2026-11-24T00:00:00Z', 'startTime'],
  ['endTime=2026-11-24T00:00:00Z', 'endTime'],
  ['startTime=2026-11-24T00:00:00Z&endTime=2026-11-24T01:00:00Z&period=PT1H', 'period'],
  ['startTime=2026-11-24T01:00:00Z&endTime=2026-11-24T01:00:00Z', 'endTime'],
  ['startTime=2026-11-24T00:00:00Z&period=P7DT1S', 'period'],
  ['period=P1M', 'period'],
  ['period=P1Y', 'period'],
  ['period=PT0S', 'period'],
  ['period=-PT5M', 'period'],
  ['period=five+minutes', 'period'],
  ['period=', 'period'],
  ['startTime=yesterday&period=PT1H', 'startTime'],
  ['startTime=2026-02-30T00:00:00Z&period=PT1H', 'startTime'],
  ['startTime=2026-11-24T25:00:00Z&period=PT1H', 'startTime'],
  ['startTime=2026-11-24T00:00:00&period=PT1H', 'startTime'],
  ['startTime=1795300138071&period=PT1H', 'startTime'],
  ['period=PT5M&maxDepth=0', 'maxDepth'],
  ['period=PT5M&maxDepth=10001', 'maxDepth'],
  ['period=PT5M&maxDepth=1.5', 'maxDepth'],
  ['period=PT5M&maxDepth=-1', 'maxDepth'],
  ['period=PT5M&maxDepth=1e3', 'maxDepth'],
  ['period=PT5M&maxDepth=', 'maxDepth'],
  ['period=PT5M&maxDepth=5&maxDepth=6', 'maxDepth'],
  ['period=PT5M&width=49', 'width'],
  ['period=PT5M&width=8001', 'width'],
  ['period=PT5M&data=', 'data'],
  ['period=PT5M&data=%25E0', 'data'],
  ['period=PT5M&hidden=x', 'hidden'],
  ['period=PT5M&collapsed=x', 'collapsed'],
  [`period=PT5M&collapsed=${Array(51).fill('00000000').join()}`, 'collapsed'],
  ['period=PT5M&view=sideways', 'view'],
  ['period=PT5M&view=inspect&inspected=../x', 'inspected'],
  [`period=PT5M&mine=${'x'.repeat(101)}`, 'mine'],
  [`period=PT5M&mine=${','.repeat(20)}`, 'mine'],
])('refuses profile?%s because of %s', async (query, field) => {
  const { status, body } = await callRoute(getProfile, { path: `/?${query}`, params: { group: 'g' } });
  expect({ status, field: body.error.field }).toEqual({ status: 400, field });
  expect(body.error).toMatchObject({ code: 'BadInput', status: 400, retryable: false });
  expect(body.error.message).toMatch(/^[\w.,:;()– -]+\.$/);
});

test.each([
  ['maxDepth=5&maxDepth=6', 'maxDepth is given twice.'],
  ['maxDepth=5&maxDepth=5&maxDepth=5', 'maxDepth is given 3 times.'],
])('refuses %s with its own sentence', async (query, message) => {
  const { status, body } = await callRoute(getProfile, {
    path: `/?period=PT5M&${query}`,
    params: { group: 'g' },
  });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 'BadInput', field: 'maxDepth', message });
});

test('accepts the bounds themselves and ignores unknown parameters', async () => {
  const good = [
    'startTime=2026-11-17T00:00:00Z&endTime=2026-11-24T00:00:00Z&maxDepth=10000&width=8000',
    'endTime=2026-11-24T00:00:00%2B01:00&period=P7D&maxDepth=1&width=50&data=latency',
    'period=PT5M&surprise=1&surprise=2',
  ];
  for (const query of good) {
    const { status } = await callRoute(getProfile, { path: `/?${query}`, params: { group: 'g' } });
    expect(status).toBe(502);
  }
});

test.each([
  ['a group', getGroup, { group: 'a/b' }, '', 'group'],
  ['a long group', getGroup, { group: 'a'.repeat(256) }, '', 'group'],
  ['no format', getExport, { group: 'g' }, 'period=PT5M', 'format'],
  ['another format', getExport, { group: 'g' }, 'period=PT5M&format=svg', 'format'],
  ['a comparison', getCompared, { group: 'g' }, 'period=PT5M', 'baselinePeriod'],
  [
    'a baseline',
    getCompared,
    { group: 'g' },
    'period=PT5M&baselineStartTime=2026-11-24T00:00:00Z',
    'baselineStartTime',
  ],
  [
    'too long a file',
    getExport,
    { group: 'g' },
    'format=json&startTime=2026-11-17T00:00:00Z&endTime=2026-11-24T00:00:00.001Z',
    'endTime',
  ],
  ['states of a file', getExport, { group: 'g' }, 'period=PT5M&format=folded&data=', 'data'],
  ['times without a range', getTimes, { group: 'g' }, 'period=PT5M', 'startTime'],
  [
    'times of an odd period',
    getTimes,
    { group: 'g' },
    'startTime=2026-11-24T00:00:00Z&endTime=2026-11-24T01:00:00Z&period=PT2M',
    'period',
  ],
  ['a farm', getFarmRoute, { farmId: 'farm-1' }, '', 'farmId'],
  ['a farm in capitals', getFarmRoute, { farmId: `farm-${hex.toUpperCase()}` }, '', 'farmId'],
  ['a canary', getCanaryRoute, { name: 'Login Flow' }, '', 'name'],
  ['a dry run', getCanaryRoute, { name: 'c' }, 'dryRunId=1', 'dryRunId'],
  ['a short token', getRuns, { name: 'c' }, 'nextToken=abc', 'nextToken'],
  ['a page of 0', getRuns, { name: 'c' }, 'maxResults=0', 'maxResults'],
  ['a run type', getRuns, { name: 'c' }, 'runType=BOTH', 'runType'],
  [
    'a dry run among canary runs',
    getRuns,
    { name: 'c' },
    'runType=CANARY_RUN&dryRunId=1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c',
    'dryRunId',
  ],
])('refuses %s that is invalid', async (_, handler, params, query, field) => {
  const { status, body } = await callRoute(handler, { path: `/?${query}`, params });
  expect({ status, field: body.error.field }).toEqual({ status: 400, field });
});
