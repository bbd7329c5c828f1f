import { expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { sampleCanaries } from './canaries';
import { runFiles } from './run-files';

const STARTED = Date.UTC(2026, 10, 24, 12);

/** The last request of a failed run of a sample canary, by the reason of the failure. */
function lastRequest(name: string, stateReason: string) {
  const sample = sampleCanaries.find(({ canary }) => canary.name === name);
  if (!sample) throw new Error(`There is no ${name}.`);
  const run: CanaryRun = {
    ...{ id: 'a', name, state: 'FAILED', stateReason, testResult: 'FAILED' },
    ...{ started: STARTED, completed: STARTED + 4000 },
  };
  const har = JSON.parse(String(runFiles(run, sample).get('results.har')));
  const { request, response } = har.log.entries.at(-1);
  return [request.method, new URL(request.url).pathname, response.status, response.statusText];
}

test.each([
  [
    'sample-store-finder',
    'GET /stores answered 504 Gateway Timeout',
    'GET',
    '/stores',
    504,
    'Gateway Timeout',
  ],
  [
    ...['sample-checkout', 'Step "pay" failed: POST /payments answered 503 Service Unavailable'],
    ...['POST', '/payments', 503, 'Service Unavailable'],
  ],
  [
    ...['sample-login-flow', 'Step "submit" failed: the page answered 502 Bad Gateway'],
    ...['GET', '/', 502, 'Bad Gateway'],
  ],
  ['sample-store-finder', 'The map shows 0 stores, expected at least 1', 'GET', '/api/items', 200, 'OK'],
] as const)('the requests of %s agree with "%s"', (name, reason, ...expected) => {
  expect(lastRequest(name, reason)).toEqual(expected);
});
