import { expect, test } from 'vitest';
import { runFields } from './run-fields';

const NOW = Date.UTC(2026, 10, 24, 14, 32, 10);

test('shows every field of a run with its zone and its meaning', () => {
  const run = {
    id: 'run-1',
    scheduledRunId: 'scheduled-1',
    retryAttempt: 1,
    name: 'sample-login-flow',
    state: 'FAILED',
    stateReason: 'Timed out after 30 s',
    stateReasonCode: 'CANARY_FAILURE',
    testResult: 'UNKNOWN',
    started: NOW - 60_000,
    completed: NOW - 18_000,
    metricTimestamp: NOW - 60_000,
    dryRunId: 'dry-1',
    browserType: 'FIREFOX',
    location: 'eu-west-1',
  } as const;
  const fields = runFields(run, 'Europe/Berlin', NOW, {});
  expect(fields.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Test result: Unknown: Synthetics could not determine it',
    'Attempt: Retry 1',
    'Started: 24 Nov 2026, 15:31:10 UTC+01:00',
    'Completed: 24 Nov 2026, 15:31:52 UTC+01:00',
    'Duration: 42 s',
    'Metric timestamp: 24 Nov 2026, 15:31:10 UTC+01:00',
    'Browser: Firefox',
    'Location: eu-west-1',
    'Run id: run-1',
    'Scheduled run id: scheduled-1',
    'Dry run id: dry-1',
  ]);
  expect(fields[5]?.explanation).toContain('CloudWatch counts');
});

test('omits what AWS omits or leaves empty, and shows that a run is running', () => {
  const run = { id: 'r', name: 'x', state: 'RUNNING', stateReason: '', started: NOW - 5000 } as const;
  expect(runFields(run, 'UTC', NOW, {}).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Attempt: First attempt',
    'Started: 24 Nov 2026, 14:32:05 UTC',
    'Completed: Not yet',
    'Duration: for 5.0 s so far',
    'Run id: r',
  ]);
});

test('knows no end of a run that is running for longer than its canary allows', () => {
  const run = { id: 'r', name: 'x', state: 'RUNNING', started: NOW - 300_000 } as const;
  const durationOf = (timeoutSeconds: number) =>
    runFields(run, 'UTC', NOW, { timeoutSeconds, maxRetries: 0 }).find(({ name }) => name === 'Duration')
      ?.value;
  expect([durationOf(60), durationOf(600)]).toEqual(['no end known', 'for 5 min so far']);
});
