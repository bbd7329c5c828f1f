import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getList } from '@/app/api/canaries/[name]/artifacts/route';
import { GET as getHistory } from '@/app/api/canaries/[name]/history/route';
import { s3Page, startAnsweringS3 } from '../../s3/answering-s3-for-test';
import { callRoute, pointAt, TEST_NOW } from '../../test-support';

const LOCATION = 'replica-bucket/of another/form/2026-11-24';

/** AWS with one canary, one run of which has its artifacts outside of the canary's own location. */
let aws: Awaited<ReturnType<typeof startAnsweringS3>>;
beforeAll(async () => {
  aws = await startAnsweringS3();
});
beforeEach(() => {
  delete process.env.TRIPTYCH_LOCAL_AWS;
  pointAt(aws.url);
  aws.onRequest(({ url = '' }, response) => {
    const name = /^\/canary\/(\w+)/.exec(url)?.[1];
    const json = (body: object) => response.end(JSON.stringify(body));
    if (name === 'denied') {
      response.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' });
      return json({ message: 'not authorized to perform: synthetics:GetCanary' });
    }
    if (name && url.endsWith('/runs')) return json({ CanaryRuns: name === 'replicated' ? [RUN] : [] });
    if (name) return json({ Canary: { Id: name, Name: name, ArtifactS3Location: 'own-bucket/canary' } });
    response.end(s3Page([`${LOCATION.replace('replica-bucket/', '')}/run.log`]));
  });
});
afterAll(() => aws.close());

const RUN = {
  Id: 'run-1',
  Name: 'replicated',
  Status: { State: 'PASSED' },
  Timeline: { Started: TEST_NOW / 1000 - 60, Completed: TEST_NOW / 1000 - 50 },
  ArtifactS3Location: LOCATION,
};

const list = (name: string, location = LOCATION) =>
  callRoute(getList, { path: `/?${new URLSearchParams({ location })}`, params: { name } });

test('reads where AWS put the artifacts of a run, once it was read', async () => {
  expect((await list('replicated')).status).toBe(400);
  for (const name of ['replicated', 'other'])
    await callRoute(getHistory, { path: `/?from=${TEST_NOW - 3_600_000}`, params: { name } });
  expect((await list('replicated')).body.data.files).toEqual([{ name: 'run.log', kind: 'log', bytes: 1 }]);
  expect((await list('replicated', `${LOCATION}-other`)).status).toBe(400);
  expect((await list('replicated', `${LOCATION}/folder`)).status).toBe(400);
  expect((await list('other')).status).toBe(400);
});

test('does not take a canary that may not be read for artifacts that may not', async () => {
  const { status, body } = await list('denied');
  expect(status).toBe(403);
  expect(body.error).toMatchObject({ code: 'AccessDeniedException', retryable: true });
  expect(body.error.message).toMatch('AWS denied synthetics:GetCanary.');
});
