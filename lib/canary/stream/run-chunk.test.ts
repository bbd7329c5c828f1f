import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanaryRun } from '../run';
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

test('writes each text once, ids and locations as one text, and times after the run before', () => {
  const locations = ['bucket/login/2026', 'bucket/login/2025'];
  const chunk = writeRuns(runs('P F').map((run, n) => ({ ...run, artifactLocation: locations[n] })));
  expect(chunk).toMatchObject({
    ids: '1-0\n0-0',
    scheduledRunIds: 's1\ns0',
    started: [300_000, -300_000],
    completed: 10_000,
    texts: ['login', 'FAILED', 'PASSED'],
    columns: { name: 1, state: [2, 3], location: 0 },
    artifactLocation: { start: 'bucket/login/202', rest: '6\n5' },
  });
});

test('writes texts as a list if one is missing or has a line end', () => {
  const [first, ...others] = runs('P F');
  const chunk = writeRuns([{ ...first, id: 'a\nb', scheduledRunId: undefined } as CanaryRun, ...others]);
  expect(chunk).toMatchObject({ ids: ['a\nb', '0-0'], scheduledRunIds: [null, 's0'] });
});
