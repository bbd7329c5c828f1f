import { expect, test } from 'vitest';
import { retentionText } from './labels';
import { noRunsText } from './no-runs-text';

const NEWEST = Date.parse('2026-11-24T14:00:00Z');
const ASKED = {
  runType: 'CANARY_RUN',
  newest: NEWEST,
  expected: 0,
  gone: undefined,
  ofOneId: false,
} as const;

test('an empty range between runs names the last one', () => {
  expect(noRunsText({ ...ASKED, expected: 1200 }, 'UTC')).toBe(
    'No runs in this range, though the schedule asked for 1,200. The last one was on 24 Nov 2026, 14:00 UTC.',
  );
});

test('a range older than AWS keeps runs', () => {
  expect(noRunsText({ ...ASKED, gone: retentionText({}) }, 'UTC')).toBe(
    'AWS keeps runs of this canary for 31 days: none are left of this range.',
  );
});

test('an id that no dry run has is not taken for a canary without dry runs', () => {
  const none = { ...ASKED, runType: 'DRY_RUN', newest: undefined } as const;
  expect(noRunsText({ ...none, ofOneId: true }, 'UTC')).toBe('There is no dry run with this id.');
  expect(noRunsText(none, 'UTC')).toBe('AWS has no dry runs of this canary, in this range or any other.');
});
