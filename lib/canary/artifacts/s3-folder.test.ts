import { expect, test } from 'vitest';
import { isBelow, isRunFolder, s3Folder } from './s3-folder';

const PREFIX = 'canary/eu-west-1/login-3f9-0123456789ab/2026/11/24/14/32-10-000';
const RUN = `bucket/${PREFIX}`;
const isRun = (location: string, canary: string) => {
  const folder = s3Folder(location);
  return folder !== undefined && isRunFolder(folder, canary);
};

test.each([RUN, `s3://${RUN}`, `${RUN}/`])('reads the location %s', (location) =>
  expect(s3Folder(location)).toEqual({ bucket: 'bucket', prefix: PREFIX }),
);

test.each(['', 'b', 'Bucket/a', '/bucket/a', 'bucket//a', 'bucket/a//', 'bucket/../a', 'bucket/./a', '../a'])(
  'reads no folder from %j',
  (location) => expect(s3Folder(location)).toBeUndefined(),
);

test.each(['bucket/a\nb', 'bucket/a\\b', 'bucket/\ud800', 'arn:aws:s3:::bucket/a'])(
  'reads no folder from %j',
  (location) => expect(s3Folder(location)).toBeUndefined(),
);

test('takes a folder for below another one only from a slash on', () => {
  const below = (folder: string, parent: string) =>
    isBelow(s3Folder(folder) as never, s3Folder(parent) as never);
  expect(below('bucket/canary/x/2026', 'bucket/canary/x')).toBe(true);
  expect(below('bucket/canary/x', 'bucket')).toBe(true);
  expect(below('bucket/canary/x-other/2026', 'bucket/canary/x')).toBe(false);
  expect(below('bucket2/canary/x/2026', 'bucket/canary/x')).toBe(false);
  expect(below('bucket/canary', 'bucket/canary/x')).toBe(false);
  expect(below('bucket', 'bucket')).toBe(false);
});

test('knows the locations of a canary’s runs', () => {
  for (const location of [RUN, `${RUN}-2`, `bucket/team/${PREFIX}`])
    expect(isRun(location, 'login')).toBe(true);
  expect(isRun(RUN.replace('login', 'l'.repeat(200)), 'l'.repeat(255))).toBe(true);
});

test.each([
  [RUN, 'checkout'],
  [RUN, 'log'],
  [RUN.replace('login', 'login-page'), 'login'],
  [RUN.replace('0123456789ab', '0123456789ab-other'), 'login'],
  [`${RUN}/more`, 'login'],
  [`${RUN}/../../../x`, 'login'],
  [`${RUN}\n`, 'login'],
  [RUN.replace('2026', '..'), 'login'],
  [`bucket/x${PREFIX}`, 'login'],
  ['bucket/canary', 'login'],
])('refuses the location %j of %s', (location, name) => expect(isRun(location, name)).toBe(false));
