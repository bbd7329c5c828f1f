import { expect, test } from 'vitest';
import { ARTIFACT_NAME, artifactKind, isLocationOf } from './run-artifacts';

const RUN = 'bucket/canary/eu-west-1/login-3f9-0123456789ab/2026/11/24/14/32-10-000';

test.each([
  ['SyntheticsReport-FAILED.json', 'report'],
  ['results.har', 'har'],
  ['01-home.png', 'screenshot'],
  ['2026-11-24T14.log.txt', 'log'],
  ['SyntheticsReport-FAILED.json.exe', 'other'],
])('takes %s for a file of kind %s', (name, kind) => expect(artifactKind(name)).toBe(kind));

test('knows the locations of a canary’s runs', () => {
  expect([isLocationOf(RUN, 'login'), isLocationOf(`${RUN}-2`, 'login')]).toEqual([true, true]);
  expect(isLocationOf(RUN.replace('login', 'l'.repeat(200)), 'l'.repeat(255))).toBe(true);
});

test.each([
  [RUN, 'checkout'],
  [RUN, 'log'],
  [`${RUN}/../../../x`, 'login'],
  [`${RUN}\n`, 'login'],
  [RUN.replace('bucket', '..'), 'login'],
  [RUN.replace('2026', '..'), 'login'],
  [`/${RUN}`, 'login'],
  ['bucket/canary', 'login'],
  ['', 'login'],
])('refuses the location %j of %s', (location, name) => expect(isLocationOf(location, name)).toBe(false));

test.each(['..', '.', '.env', 'a/b', 'a\\b', 'a\0', '', 'a'.repeat(201)])(
  'refuses the file name %j',
  (name) => expect(ARTIFACT_NAME.test(name)).toBe(false),
);
