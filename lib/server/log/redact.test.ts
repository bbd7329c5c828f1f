import { expect, test } from 'vitest';
import { redacted, secretsIn } from './redact';

const NONE: string[] = [];

test.each([
  [
    'User: arn:aws:sts::123456789012:assumed-role/Admin/jane is not authorized',
    'User: [arn] is not authorized',
  ],
  ['"arn:aws-cn:s3:::cw-syn-results-123456789012-x/*", next', '"[arn]", next'],
  ['bucket cw-syn-results-123456789012-eu-west-1', 'bucket cw-syn-results-[account]-eu-west-1'],
  ['account 123456789012.', 'account [account].'],
  ['key AKIAIOSFODNN7EXAMPLE, token=abc/def+1==', 'key [key], token=[secret]'],
  ['{"secretAccessKey":"wJalrXUtnFEMI/K7MDENG","a":1}', '{"secretAccessKey":"[secret]","a":1}'],
  ['Authorization: AWS4-HMAC-SHA256 Credential=x/y, Signature=z', 'Authorization: [secret]'],
  ['cookie: session=abc; theme=dark', 'cookie: [secret]'],
  ['sent Bearer abc.def-ghi', 'sent Bearer [secret]'],
  ['id eyJhbGciOi.eyJzdWIi.c2ln was refused', 'id [token] was refused'],
  [
    'GET /x?X-Amz-Signature=0a1b&X-Amz-Credential=c',
    'GET /x?X-Amz-Signature=[secret]&X-Amz-Credential=[secret]',
  ],
])('%s', (text, expected) => expect(redacted(text, NONE)).toBe(expected));

test.each([
  'farm-0123456789abcdef0123456789abcdef of 2026-11-24T14:32:10.123Z at 1795300138071',
  'request 1b4d2f6a-0c3e-4f5a-8b7c-123456789012',
  'Unexpected token } in JSON at position 4',
  'nextToken: Invalid input',
])('leaves what is no secret: %s', (text) => expect(redacted(text, NONE)).toBe(text));

test('removes the secrets of the environment, also where one begins with another', () => {
  const secrets = secretsIn({
    NODE_ENV: 'test',
    AWS_SECRET_ACCESS_KEY: 'correct-horse',
    TRIPTYCH_NOTES_TOKEN: 'correct-horse-battery',
    AWS_SESSION_TOKEN: 'short',
    AWS_REGION: 'eu-central-1',
  });
  expect(redacted('a correct-horse-battery, a correct-horse, short, eu-central-1', secrets)).toBe(
    'a [secret], a [secret], short, eu-central-1',
  );
});
