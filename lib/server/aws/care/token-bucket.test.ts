import { beforeEach, expect, test } from 'vitest';
import { CountedWaits } from '../timing-for-test';
import { TokenBucket } from './token-bucket';

let clock: CountedWaits;
beforeEach(() => {
  clock = new CountedWaits();
});

const { signal } = new AbortController();

async function take(bucket: TokenBucket, count: number) {
  for (let n = 0; n < count; n++) await bucket.take(signal);
}

test('gives the tokens of one second at once, and then one after the other', async () => {
  const bucket = new TokenBucket(10, clock);
  await take(bucket, 10);
  expect(clock.now()).toBe(0);
  await take(bucket, 20);
  expect(clock.now()).toBeCloseTo(2000);
});

test('keeps no more tokens than those of a second', async () => {
  const bucket = new TokenBucket(10, clock);
  clock.workedMs += 60_000;
  await take(bucket, 11);
  expect(clock.now()).toBeCloseTo(60_100);
});

test('halves the rate that was requested when AWS throttles, once for all requests at that time', async () => {
  const bucket = new TokenBucket(500, clock);
  await take(bucket, 40);
  for (let n = 0; n < 10; n++) bucket.slowDown();
  expect(bucket.rate).toBe(20);
  await take(bucket, 1);
  expect(clock.now()).toBeCloseTo(50);
});

test('slows down to five requests a second at least, and recovers within half a minute', async () => {
  const bucket = new TokenBucket(500, clock);
  for (let n = 0; n < 10; n++) {
    bucket.slowDown();
    clock.workedMs += 1000;
  }
  expect(bucket.rate).toBeLessThan(7);
  clock.workedMs += 9000;
  expect(bucket.rate).toBeGreaterThan(40);
  clock.workedMs += 15_000;
  expect(bucket.rate).toBe(500);
});

test('never exceeds a rate that is lower than five', async () => {
  const bucket = new TokenBucket(2, clock);
  bucket.slowDown();
  expect(bucket.rate).toBe(2);
});

test('leaves the turn of a request that was aborted to the next one', async () => {
  const bucket = new TokenBucket(10, clock);
  await take(bucket, 10);
  const leaving = new AbortController();
  const left = bucket.take(leaving.signal);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  const before = clock.waitedMs.length;
  await take(bucket, 1);
  expect(clock.waitedMs.slice(before).every((ms) => ms <= 100)).toBe(true);
});
