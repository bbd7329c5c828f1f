import { expect, test } from 'vitest';
import { retentionText } from './labels';
import { noRunsText } from './no-runs-text';

const NEWEST = Date.parse('2026-11-24T14:00:00Z');
const REQUEST = {
  runType: 'CANARY_RUN',
  newest: NEWEST,
  isAll: true,
  isOnePlace: false,
  expected: 0,
  retention: undefined,
  isOneDryRun: false,
} as const;

test('names the last run for an empty range', () => {
  expect(noRunsText({ ...REQUEST, expected: 1200 }, 'UTC')).toBe(
    'No runs in this range, though 1,200 were due. The last one was on 24 Nov 2026, 14:00 UTC.',
  );
});

test('names the retention for an expired range', () => {
  expect(noRunsText({ ...REQUEST, retention: retentionText({}) }, 'UTC')).toBe(
    'AWS keeps runs of this canary for 31 days. None are left of this range.',
  );
});

test('distinguishes an unknown dry run id from a canary without dry runs', () => {
  const none = { ...REQUEST, runType: 'DRY_RUN', newest: undefined } as const;
  expect(noRunsText({ ...none, isOneDryRun: true }, 'UTC')).toBe('No dry run has this id.');
  expect(noRunsText(none, 'UTC')).toBe('This canary has no dry runs, in this range or any other.');
});

test('claims that there are no runs at all only if all are loaded', () => {
  const none = { ...REQUEST, newest: undefined };
  expect(noRunsText(none, 'UTC')).toBe('This canary has no runs, in this range or any other.');
  expect(noRunsText({ ...none, isAll: false, expected: 3 }, 'UTC')).toBe(
    'No runs in this range, though 3 were due.',
  );
});

test('claims nothing of other places than the chosen one', () => {
  const onePlace = { ...REQUEST, isOnePlace: true };
  expect(noRunsText({ ...onePlace, newest: undefined }, 'UTC')).toBe(
    'This canary has no runs in the chosen location and browser, in this range or any other.',
  );
  expect(noRunsText(onePlace, 'UTC')).toBe(
    'No runs in the chosen location and browser in this range. The last one was on 24 Nov 2026, 14:00 UTC.',
  );
});
