import { expect, test } from 'vitest';
import { artifactsLink, canaryLink } from './console-links';

const AWS = { region: 'eu-west-1', isLocal: false };
const LOCAL = { region: 'us-east-1', endpoint: 'http://127.0.0.1:4599', isLocal: true };

test('links a canary and the artifacts of a run', () => {
  expect(canaryLink('login', AWS)).toBe(
    'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#synthetics:canary/detail/login',
  );
  expect(artifactsLink('bucket/canary/eu-west-1/login', AWS)).toBe(
    'https://eu-west-1.console.aws.amazon.com/s3/buckets/bucket?region=eu-west-1&prefix=canary%2Feu-west-1%2Flogin%2F',
  );
});

test('links nothing of local-aws, nor before the place is known', () => {
  expect([canaryLink('login', LOCAL), artifactsLink('b/c', LOCAL), canaryLink('login', undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
