import { expect, test } from 'vitest';
import { pointAt, startTestAws } from '../test-support';
import { describeCanaries } from './describe-canaries';
import { listCanaries } from './list-canaries';

test('lists of each last run only what lists show, because reasons can be long', async () => {
  const aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const all = await describeCanaries(undefined);
  const listed = await listCanaries(undefined);
  expect(listed.data.map(({ name }) => name)).toEqual(all.data.map(({ name }) => name));
  const whole = all.data.find(({ lastRun }) => lastRun?.state === 'FAILED');
  const failed = listed.data.find(({ name }) => name === whole?.name);
  expect(whole?.lastRun?.stateReason?.length).toBeGreaterThan(0);
  expect(Object.keys(failed?.lastRun ?? {}).sort()).toEqual(
    expect.arrayContaining(['id', 'name', 'started', 'state']),
  );
  expect(failed?.lastRun).not.toHaveProperty('stateReason');
  expect(failed?.lastRun).toMatchObject({ state: 'FAILED', started: whole?.lastRun?.started });
  expect(JSON.stringify(listed.data).length).toBeLessThan(JSON.stringify(all.data).length * 0.7);
  await aws.close();
});
