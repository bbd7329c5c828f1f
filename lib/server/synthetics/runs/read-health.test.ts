import { expect, test, vi } from 'vitest';
import { isRead } from '@/lib/canary/stream/health-so-far';
import { HOUR } from '@/lib/time/duration';
import { pointAt, startTestAws, TEST_NOW } from '../../test-support';
import { healthEvents } from './health-events';
import { readHealth } from './read-health';

const NAMES = ['sample-login-flow', 'sample-checkout', 'sample-api-health'];
const OPTIONS = { span: { from: TEST_NOW - HOUR, to: TEST_NOW }, now: TEST_NOW, bins: 10 };

test('reads what a request for the same canaries answers, which then calls AWS no more', async () => {
  const aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const calls = vi.spyOn(aws.world.canaries, 'runs');
  const byName = await readHealth(NAMES, OPTIONS);
  const before = calls.mock.calls.length;
  expect(before).toBeGreaterThan(2);
  expect(NAMES.every((name) => isRead(byName[name]))).toBe(true);
  for await (const event of healthEvents(NAMES, OPTIONS, AbortSignal.timeout(60_000)))
    if (event.type === 'health') expect(byName[event.name]?.health).toEqual(event.health);
  expect(calls.mock.calls.length).toBe(before);
  await aws.close();
});

test('has the problem of a canary that could not be read', async () => {
  pointAt('http://127.0.0.1:1', { TRIPTYCH_AWS_TIMEOUT_MS: '200' });
  const byName = await readHealth(['sample-checkout'], OPTIONS);
  expect(byName['sample-checkout']?.problem).toBeDefined();
});
