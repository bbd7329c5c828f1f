import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { noProfileText } from './no-profile-text';

const NOW = Date.parse('2026-11-24T14:32:00Z');
const createdAt = Date.parse('2026-11-01T09:00:00Z');
const latestAgentProfileReportedAt = Date.parse('2026-11-23T10:00:00Z');
const group = { name: 'checkout', computePlatform: 'Default', createdAt, latestAgentProfileReportedAt };
const newest = ' The newest profile is from 23 Nov 2026, 10:00 UTC.';

test.each([
  ['in the future', NOW, `This range is in the future.${newest}`],
  ['that includes the present', NOW - 1, `No profile in this range.${newest}`],
  ['that begins before the group', createdAt - 1, `No profile in this range.${newest}`],
  [
    'that ends when the group was created',
    createdAt - HOUR,
    `This range ends before the group was created (1 Nov 2026, 09:00 UTC).${newest}`,
  ],
])('tells a range %s', (_, from, expected) => {
  expect(noProfileText({ from, to: from + HOUR }, { now: NOW, zone: 'UTC', group })).toBe(expected);
});

test('says nothing of a group that is not known yet', () => {
  expect(noProfileText({ from: 0, to: HOUR }, { now: NOW, zone: 'UTC', group: undefined })).toBe(
    'No profile in this range.',
  );
});
