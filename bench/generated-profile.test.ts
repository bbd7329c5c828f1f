import { describe, expect, it } from 'vitest';
import { hasRepeatedSiblings } from '@/lib/profile/tree/repeated-siblings';
import { generatedProfile } from './generated-profile';

describe('generatedProfile', () => {
  it('has the requested number of nodes, at most 100 deep, and siblings with different names', () => {
    for (const nodes of [1, 2, 5000]) {
      const { tree } = generatedProfile(nodes, 1);
      expect(tree.name).toHaveLength(nodes);
      expect(Math.max(...tree.depth)).toBeLessThanOrEqual(100);
      expect(hasRepeatedSiblings(tree)).toBe(false);
    }
  });

  it('depends only on the seed', () => {
    expect(generatedProfile(500, 7)).toEqual(generatedProfile(500, 7));
    expect(generatedProfile(500, 8)).not.toEqual(generatedProfile(500, 7));
  });

  it('is heavy-tailed: a tenth of the functions have most of the samples', () => {
    const { tree } = generatedProfile(20_000, 3);
    const selves = new Map<number, number>();
    for (const column of tree.self) {
      column.forEach((samples, node) => {
        const name = tree.name[node] ?? 0;
        selves.set(name, (selves.get(name) ?? 0) + samples);
      });
    }
    const sorted = [...selves.values()].sort((a, b) => b - a);
    const sum = (of: number[]) => of.reduce((a, b) => a + b, 0);
    expect(sum(sorted.slice(0, sorted.length / 10))).toBeGreaterThan(0.5 * sum(sorted));
  });
});
