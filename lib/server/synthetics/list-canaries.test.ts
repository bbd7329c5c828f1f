import { expect, test } from 'vitest';
import { pointAt, startTestAws } from '../test-support';
import { describeCanaries } from './describe-canaries';
import { listCanaries } from './list-canaries';

test('lists of each canary and its last run only what lists show, because reasons can be long', async () => {
  const aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const all = await describeCanaries(undefined);
  const listed = await listCanaries(undefined);
  expect(listed.data.map(({ name }) => name)).toEqual(all.data.map(({ name }) => name));
  const whole = all.data.find(({ lastRun }) => lastRun?.state === 'FAILED');
  const failed = listed.data.find(({ name }) => name === whole?.name);
  expect(whole?.lastRun?.stateReason?.length).toBeGreaterThan(0);
  expect(failed?.lastRun).toMatchObject({ state: 'FAILED', started: whole?.lastRun?.started });
  const keys = (of: readonly (object | undefined)[]) =>
    [...new Set(of.flatMap((each) => Object.keys(JSON.parse(JSON.stringify(each ?? {})))))].sort();
  expect(keys(listed.data.map(({ lastRun }) => lastRun))).toEqual([
    ...['id', 'name', 'retryAttempt', 'started', 'state'],
  ]);
  expect(keys(listed.data)).toEqual([
    ...['browserTypes', 'created', 'dryRunId', 'failureRetentionDays', 'lastRun', 'lastStarted'],
    ...['lastStopped', 'locations', 'maxRetries', 'modified', 'name', 'schedule', 'state'],
    ...['successRetentionDays', 'tags', 'timeoutSeconds'],
  ]);
  await aws.close();
});
