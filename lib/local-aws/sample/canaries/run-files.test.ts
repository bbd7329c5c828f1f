import { expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { sampleCanaries } from './canaries';
import { runFiles } from './run-files';

const STARTED = Date.UTC(2026, 10, 24, 14);

/** The last step and the last request of a run that failed for a reason of one of the sample canaries, or passed. */
function lastOf(name: string, reason?: string) {
  const sample = sampleCanaries.find(({ canary }) => canary.name === name);
  if (!sample) throw new Error(`no sample canary ${name}`);
  const state = reason === undefined ? 'PASSED' : 'FAILED';
  const run: CanaryRun = { id: 'run', name, state, started: STARTED, completed: STARTED + 3000 };
  const files = runFiles({ ...run, ...(reason !== undefined && { stateReason: reason }) }, sample);
  const json = (file: string) => JSON.parse(String(files.get(file)));
  const entries: { request: { method: string; url: string }; response: { status: number } }[] =
    json('results.har').log.entries;
  const requests = entries.map(
    ({ request, response }) => `${request.method} ${new URL(request.url).pathname} ${response.status}`,
  );
  return { requests, step: json(`SyntheticsReport-${state}.json`).steps.at(-1) };
}

test.each([
  ['sample-store-finder', 'GET /stores answered 504 Gateway Timeout', 'GET /stores 504', 504],
  ['sample-asset-upload', 'PUT /assets answered 507 Insufficient Storage', 'PUT /assets 507', 507],
  [
    'sample-checkout',
    'Step "pay" failed: POST /payments answered 503 Service Unavailable',
    'POST /payments 503',
    503,
  ],
  ['sample-login-flow', 'Step "submit" failed: the page answered 502 Bad Gateway', 'GET / 502', 502],
  ['sample-api-health', 'GET /health: the connection was refused', 'GET /health 0', undefined],
  ['sample-api-health', 'GET /health answered {"database":"unreachable"}', 'GET /health 200', 200],
])('%s: its last request and step agree with the reason %j', (name, reason, request, status) => {
  const { requests, step } = lastOf(name, reason);
  expect(requests.at(-1)).toBe(request);
  expect(step).toMatchObject({ failureReason: reason });
  expect(step.responseStatus).toBe(status);
});

test('a run that passed made the same requests, all with success', () => {
  const { requests } = lastOf('sample-store-finder');
  expect(requests).toContain('GET /stores 200');
  expect(requests.filter((request) => !request.endsWith(' 200'))).toEqual([]);
});
