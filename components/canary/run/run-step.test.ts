import { expect, test } from 'vitest';
import { runs } from '@/lib/canary/runs-text';
import { runStep } from './run-step';

const chronological = runs('P FP P').reverse();
const step = (from: string | undefined, key: string) =>
  runStep(
    chronological,
    chronological.find(({ id }) => id === from),
    key,
  )?.id;

test('steps through attempts in chronological order and stops at the ends', () => {
  expect([step('1-0', 'ArrowRight'), step('1-0', 'ArrowLeft')]).toEqual(['1-1', '0-0']);
  expect([step('2-0', 'ArrowRight'), step('0-0', 'ArrowLeft')]).toEqual([undefined, undefined]);
  expect([step('1-1', 'Home'), step('1-1', 'End')]).toEqual(['0-0', '2-0']);
});

test('selects the newest run if none is selected, and nothing for other keys', () => {
  expect([step(undefined, 'ArrowLeft'), step(undefined, 'ArrowRight')]).toEqual(['2-0', '2-0']);
  expect(step('1-0', 'a')).toBeUndefined();
  expect(runStep([], undefined, 'End')).toBeUndefined();
});

test('goes from a run outside of the filter to the nearest ones around its start', () => {
  const failed = chronological.filter(({ state }) => state === 'FAILED');
  const [first, , , last] = chronological;
  expect([runStep(failed, first, 'ArrowRight')?.id, runStep(failed, first, 'ArrowLeft')]).toEqual([
    '1-0',
    undefined,
  ]);
  expect([runStep(failed, last, 'ArrowRight'), runStep(failed, last, 'ArrowLeft')?.id]).toEqual([
    undefined,
    '1-0',
  ]);
});
