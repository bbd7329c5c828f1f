import { expect, it } from 'vitest';
import { ComputingShare } from './computing-share';

it('pauses ten times as long as anybody has computed', () => {
  let now = 0;
  const share = new ComputingShare(() => now);
  expect(share.isFree).toBe(true);
  const compute = (ms: number) => share.compute(() => (now += ms));
  expect(compute(20)).toBe(20);
  expect(share.isFree).toBe(false);
  compute(5);
  now = 219;
  expect(share.isFree, 'the longer pause counts').toBe(false);
  now = 220;
  expect(share.isFree).toBe(true);
});
