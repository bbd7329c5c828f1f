import fc from 'fast-check';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';

const step = fc.record({ up: fc.nat(3), isWide: fc.boolean(), samples: fc.nat(60) });

/**
 * Call trees whose frames alternate between wide and too narrow to draw, so that a graph of them has gaps. Each step closes `up`
 * frames, then opens one.
 */
export const gappedTree: fc.Arbitrary<CallTree> = fc
  .array(step, { minLength: 1, maxLength: 120 })
  .map((steps) => {
    const builder = new CallTreeBuilder();
    steps.forEach(({ up, isWide, samples }, index) => {
      for (let i = 0; i < up; i++) builder.close();
      builder.open(`function${index}`);
      builder.count('RUNNABLE', isWide ? 2000 + samples * 50 : samples);
    });
    return builder.finish();
  });
