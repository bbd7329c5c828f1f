import { expect, test } from 'vitest';
import { S3Regions } from './regions';

/** S3 with buckets in regions: the calls that it gets, and clients that call it. */
function s3With(regionOf: Record<string, string>) {
  const calls: string[] = [];
  const made: string[] = [];
  const regions = new S3Regions('us-east-1', (region) => {
    made.push(region);
    return { region };
  });
  const call = (bucket: string) =>
    regions.call(bucket, async (client) => {
      calls.push(`${bucket} ${client.region}`);
      const own = regionOf[bucket];
      // Others run in between, as during a request.
      await Promise.resolve();
      if (client.region === own) return client.region;
      throw redirection(own ?? '');
    });
  return { call, calls, made };
}

const redirection = (region: string) =>
  Object.defineProperty(
    Object.assign(new Error('elsewhere'), { $metadata: { httpStatusCode: 301 } }),
    '$response',
    {
      value: { headers: { 'x-amz-bucket-region': region } },
    },
  );

test('keeps a bucket at home there while calls for others are redirected', async () => {
  const s3 = s3With({ home: 'us-east-1', other: 'eu-west-1' });
  const buckets = ['other', 'home', 'other', 'other', 'home'];
  await Promise.all(buckets.map(s3.call));
  s3.calls.length = 0;
  await Promise.all(buckets.map(s3.call));
  expect(s3.calls).toEqual(
    buckets.map((bucket) => `${bucket} ${bucket === 'home' ? 'us-east-1' : 'eu-west-1'}`),
  );
  expect(s3.made).toEqual(['us-east-1', 'eu-west-1']);
});

test('follows a bucket that was deleted and made again elsewhere', async () => {
  const regionOf = { bucket: 'eu-west-1' };
  const s3 = s3With(regionOf);
  await s3.call('bucket');
  regionOf.bucket = 'us-east-1';
  expect(await s3.call('bucket')).toBe('us-east-1');
});

test('keeps clients of eight regions at most', async () => {
  const names = Array.from({ length: 9 }, (_, n) => `eu-west-${n}`);
  const s3 = s3With(Object.fromEntries(names.map((name) => [name, name])));
  for (const name of [...names, ...names]) await s3.call(name);
  expect(s3.made.filter((name) => name === 'eu-west-0')).toHaveLength(2);
});

test.each(['us-east-1', '', 'evil.example', 'eu-west-1/x'])(
  'does not follow a redirection to %j',
  async (region) => {
    const s3 = s3With({ bucket: region });
    if (region !== 'us-east-1') await expect(s3.call('bucket')).rejects.toThrow('elsewhere');
    else await s3.call('bucket');
    expect(s3.made).toEqual(['us-east-1']);
  },
);
