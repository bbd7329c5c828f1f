import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../runs-text';
import { arbitraryRun } from './arbitrary-run-for-test';
import { readRuns, writeRuns } from './run-chunk';

test('reads the runs that were written, over JSON', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRun, { maxLength: 20 }), (all) => {
      expect(readRuns(JSON.parse(JSON.stringify(writeRuns(all))))).toEqual(all);
    }),
  );
});

test('writes each text once, and times after the run before', () => {
  const locations = ['bucket/login/2026', 'bucket/login/2025'];
  const chunk = writeRuns(runs('P F').map((run, n) => ({ ...run, artifactLocation: locations[n] })));
  expect(chunk).toMatchObject({
    ids: ['1-0', '0-0'],
    started: [300_000, -300_000],
    completed: [10_000, 10_000],
    texts: ['login', 'FAILED', 'PASSED', 's1', 's0'],
    columns: { name: 1, state: [2, 3], scheduledRunId: [4, 5], location: 0 },
    artifactLocation: { shared: [0, 16], rest: ['bucket/login/2026', '5'] },
  });
});
