import { expect, test } from 'vitest';
import { filterRuns } from '@/lib/canary/run-filter';
import { runs } from '@/lib/canary/runs-text';
import { failedStep, runStep } from './run-step';

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

test('goes to the last attempt of the next and previous failed run, within the filter', () => {
  const all = runs('P F P FF FP P FFF P');
  const span = { from: 0, to: Number.MAX_VALUE };
  const go = (from: string, to: 'next' | 'previous', filter: 'all' | 'retried' = 'all') => {
    const current = all.find(({ id }) => id === from);
    if (!current) throw new Error(from);
    return failedStep(filterRuns(all, span, filter).reverse(), current, to)?.id;
  };
  expect([go('0-0', 'next'), go('1-0', 'next'), go('3-0', 'next'), go('6-1', 'next')]).toEqual([
    ...['1-0', '3-1', '6-2', undefined],
  ]);
  expect([go('7-0', 'previous'), go('6-0', 'previous'), go('1-0', 'previous')]).toEqual([
    ...['6-2', '3-1', undefined],
  ]);
  expect([go('0-0', 'next', 'retried'), go('5-0', 'previous', 'retried')]).toEqual(['3-1', '3-1']);
});
