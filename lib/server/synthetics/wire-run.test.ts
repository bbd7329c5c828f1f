import { expect, test } from 'vitest';
import { availability } from '@/lib/canary/availability';
import { wireRun } from './wire-run';

const sent = (Id: string, started: number, State: string) => ({
  ...{ Id, Name: 'login', ScheduledRunId: '', ArtifactS3Location: '', BrowserType: '', Location: '' },
  Status: { State, StateReason: '', StateReasonCode: '', TestResult: '' },
  Timeline: { Started: started, Completed: started + 1 },
  DryRunConfig: { DryRunId: '' },
});

test('takes empty texts for absent ones', () => {
  const run = wireRun.parse(sent('a', 1_800_000_000, 'PASSED'));
  expect(JSON.parse(JSON.stringify(run))).toEqual({
    ...{ id: 'a', name: 'login', state: 'PASSED' },
    ...{ started: 1_800_000_000_000, completed: 1_800_000_001_000 },
  });
});

test('counts runs with an empty scheduled run id each by itself', () => {
  const runs = [
    wireRun.parse(sent('a', 1_800_000_000, 'PASSED')),
    wireRun.parse(sent('b', 1_800_000_300, 'FAILED')),
  ];
  const span = { from: 0, to: 2_000_000_000_000 };
  expect(availability(runs, span)).toMatchObject({ passed: 1, finished: 2 });
});
