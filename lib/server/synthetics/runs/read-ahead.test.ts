import { expect, test, vi } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { pointAt, startTestAws, TEST_NOW } from '../../test-support';
import { healthEvents } from './health-events';
import { readAhead } from './read-ahead';

const SPAN = { from: TEST_NOW - HOUR, to: TEST_NOW };

test('has read what a list shows first when its browser asks', async () => {
  const aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const calls = vi.spyOn(aws.world.canaries, 'runs');
  await readAhead(SPAN.from, TEST_NOW);
  const before = calls.mock.calls.length;
  expect(before).toBeGreaterThan(5);
  const names = ['sample-login-flow', 'sample-checkout', 'sample-api-health'];
  const options = { span: SPAN, now: TEST_NOW, bins: 10 };
  const types = [];
  for await (const { type } of healthEvents(names, options, AbortSignal.timeout(60_000))) types.push(type);
  expect(types.filter((type) => type === 'end')).toHaveLength(3);
  expect(calls.mock.calls.length).toBe(before);
  await aws.close();
});

test('leaves problems to the request that shows them', async () => {
  pointAt('http://127.0.0.1:1', { TRIPTYCH_AWS_TIMEOUT_MS: '200' });
  await expect(readAhead(SPAN.from, TEST_NOW)).resolves.toBeUndefined();
});
