import { expect, test } from 'vitest';
import { runs } from '@/lib/canary/runs-text';
import { runStep } from './run-step';

const chronological = runs('P FP P').reverse();
const step = (from: string | undefined, key: string) => runStep(chronological, from, key)?.id;

test('steps through attempts in chronological order and stops at the ends', () => {
  expect([step('1-0', 'ArrowRight'), step('1-0', 'ArrowLeft')]).toEqual(['1-1', '0-0']);
  expect([step('2-0', 'ArrowRight'), step('0-0', 'ArrowLeft')]).toEqual([undefined, undefined]);
  expect([step('1-1', 'Home'), step('1-1', 'End')]).toEqual(['0-0', '2-0']);
});

test('selects the newest run if none is selected, and nothing for other keys', () => {
  expect([step(undefined, 'ArrowLeft'), step('gone', 'ArrowRight')]).toEqual(['2-0', '2-0']);
  expect(step('1-0', 'a')).toBeUndefined();
  expect(runStep([], undefined, 'End')).toBeUndefined();
});
