import { expect, test } from 'vitest';
import { runs } from '@/lib/canary/runs-text';
import { runStep } from './run-step';

const inTime = runs('P FP P').reverse();
const step = (from: string | undefined, key: string) => runStep(inTime, from, key)?.id;

test('arrows go through the attempts in the order of time and stop at the ends', () => {
  expect([step('1-0', 'ArrowRight'), step('1-0', 'ArrowLeft')]).toEqual(['1-1', '0-0']);
  expect([step('2-0', 'ArrowRight'), step('0-0', 'ArrowLeft')]).toEqual([undefined, undefined]);
  expect([step('1-1', 'Home'), step('1-1', 'End')]).toEqual(['0-0', '2-0']);
});

test('from nowhere to the newest; other keys lead nowhere', () => {
  expect([step(undefined, 'ArrowLeft'), step('gone', 'ArrowRight')]).toEqual(['2-0', '2-0']);
  expect(step('1-0', 'a')).toBeUndefined();
  expect(runStep([], undefined, 'End')).toBeUndefined();
});
