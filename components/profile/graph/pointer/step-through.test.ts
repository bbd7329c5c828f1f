import { describe, expect, it } from 'vitest';
import { stepToMatch } from '@/lib/profile/transform/search';
import { stepThrough } from './step-through';
import type { StepToMatch } from './use-current-frame';

/** A graph of frames, 1 for matches, and its current frame. */
function graphOf(...matched: number[]) {
  const graph = { at: undefined as number | undefined };
  const step: StepToMatch = (wanted) => {
    const match = stepToMatch(Uint8Array.from(matched), graph.at ?? -1, wanted === 'leave' ? 'next' : wanted);
    graph.at = wanted === 'leave' ? undefined : (match?.node ?? graph.at);
    return match;
  };
  return { graph, step };
}

function walk(first: number[], second: number[]) {
  const [a, b] = [graphOf(...first), graphOf(...second)];
  const through = stepThrough([a.step, b.step]);
  /** Position among the matches, and the current frame of each graph. */
  const step = (wanted: 'next' | 'previous') => {
    const match = through(wanted);
    return [match && `${match.position} of ${match.count}`, a.graph.at, b.graph.at];
  };
  return { through, step };
}

describe('stepThrough', () => {
  it('goes from the matches of the first graph to those of the second and wraps around', () => {
    const { step } = walk([1, 0, 1], [0, 1, 1]);
    expect(step('next')).toEqual(['1 of 4', 0, undefined]);
    expect(step('next')).toEqual(['2 of 4', 2, undefined]);
    expect(step('next')).toEqual(['3 of 4', undefined, 1]);
    expect(step('next')).toEqual(['4 of 4', undefined, 2]);
    expect(step('next')).toEqual(['1 of 4', 0, undefined]);
  });

  it('goes backwards from the last match', () => {
    const { step } = walk([1, 0, 1], [0, 1, 1]);
    expect(step('previous')).toEqual(['4 of 4', undefined, 2]);
    expect(step('previous')).toEqual(['3 of 4', undefined, 1]);
    expect(step('previous')).toEqual(['2 of 4', 2, undefined]);
    expect(step('next')).toEqual(['3 of 4', undefined, 1]);
    expect(step('previous')).toEqual(['2 of 4', 2, undefined]);
    expect(step('previous')).toEqual(['1 of 4', 0, undefined]);
    expect(step('previous')).toEqual(['4 of 4', undefined, 2]);
  });

  it.each([
    ['first', [0, 1, 1], [0], [1, undefined], [2, undefined]],
    ['second', [0], [0, 1, 1], [undefined, 1], [undefined, 2]],
  ])('wraps around in the %s graph if the other has no match', (_, first, second, one, two) => {
    const { step } = walk(first, second);
    expect(step('next')).toEqual(['1 of 2', ...one]);
    expect(step('next')).toEqual(['2 of 2', ...two]);
    expect(step('next')).toEqual(['1 of 2', ...one]);
    expect(step('previous')).toEqual(['2 of 2', ...two]);
  });

  it('finds nothing if neither graph has a match', () => {
    const { step } = walk([0], [0]);
    expect(step('next')).toEqual([undefined, undefined, undefined]);
    expect(step('previous')).toEqual([undefined, undefined, undefined]);
  });

  it('restarts after it was left', () => {
    const { step, through } = walk([1, 1], [1]);
    step('next');
    step('next');
    expect(through('leave')).toBeUndefined();
    expect(step('next')).toEqual(['1 of 3', 0, undefined]);
  });
});
