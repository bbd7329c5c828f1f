import { expect, test } from 'vitest';
import { userKey, userNameOf } from './user-name';

test.each([
  ['arn:aws:sts::123456789012:assumed-role/Admin/jane-doe', 'jane-doe (Admin)'],
  ['arn:aws:sts::123456789012:assumed-role/Admin/john-roe', 'john-roe (Admin)'],
  [
    'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Artist_0123456789abcdef/jane@studio.example',
    'jane@studio.example (Artist)',
  ],
  ['arn:aws-us-gov:iam::123456789012:role/farm/Submitter', 'Submitter (role)'],
  ['arn:aws:iam::123456789012:user/division/jane', 'jane'],
  ['arn:aws:sts::123456789012:federated-user/jane', 'jane (federated)'],
  ['arn:aws:iam::123456789012:root', 'root'],
  ['arn:aws:s3:::bucket/key', 'arn:aws:s3:::bucket/key'],
  ['f9c1f3f0-1031-70dc-4d25-30d7225b04a0', 'f9c1f3f0…'],
  ['90670d1a2b-f9c1f3f0-1031-70dc-4d25-30d7225b04a0', 'f9c1f3f0…'],
  ['maria', 'maria'],
  ['mar\u202eia', 'maria'],
  ['\u200b', '\u200b'],
])('shows %s as %s', (id, name) => {
  expect(userNameOf(id)).toBe(name);
});

test('finds a user of a directory with and without its prefix', () => {
  expect(userKey('90670d1a2b-F9C1F3F0-1031-70dc-4d25-30d7225b04a0')).toBe(
    userKey('f9c1f3f0-1031-70dc-4d25-30d7225b04a0'),
  );
  expect(userKey('jane')).toBe('jane');
});
