import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTree, print } from '../../testing/text';
import { importProfile } from '../import-profile';
import { MAX_SAMPLES } from './post-limits';
import { inWholeSamples } from './whole-samples';

const tree = callTree(`
  main 0
    a 3
    b 7
`);
const profileOf = (self: (samples: number) => number, sampleWeights = { WALL_TIME: 100 }) => {
  const column = Float64Array.from(tree.self[0] ?? [], self);
  const sum = column.reduce((all, samples) => all + samples, 0);
  return {
    format: 'test',
    tree: { ...tree, self: [column], total: [Float64Array.of(sum, sum, column[2] ?? 0, column[3] ?? 0)] },
    sampleWeights,
    notes: [],
  };
};

describe('inWholeSamples', () => {
  it('leaves whole samples alone', () => {
    const profile = profileOf((samples) => samples);
    expect(inWholeSamples(profile)).toEqual(profile);
  });

  it('multiplies samples below one, and their rate, by a power of ten', () => {
    const { tree: whole, sampleWeights, notes } = inWholeSamples(profileOf((samples) => samples / 10));
    expect(print(whole)).toEqual(['main 0', '  a 30', '  b 70']);
    expect(sampleWeights).toEqual({ WALL_TIME: 10_000 });
    expect(notes[0]).toContain('all samples were multiplied by 100; shares stay the same');
  });

  it('only rounds samples above one', () => {
    const { tree: whole, notes } = inWholeSamples(profileOf((samples) => samples / 2));
    expect([whole.self[0]?.[2], whole.self[0]?.[3], notes]).toEqual([2, 3, []]);
  });

  it('keeps every share to a twentieth of itself and the sum to a sample, however small the values are', () => {
    const value = fc.double({ min: 1e-9, max: 1e-3, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1, max: 1000, noNaN: true }), (smallest, ratio) => {
        const profile = profileOf((samples) =>
          samples === 0 ? 0 : samples === 3 ? smallest : smallest * ratio,
        );
        const { tree: whole, sampleWeights } = inWholeSamples(profile);
        const [all, a] = [whole.total[0]?.[0] ?? 0, whole.self[0]?.[2] ?? 0];
        expect(a / all).toBeGreaterThan(0.94 / (1 + ratio));
        expect(a / all).toBeLessThan(1.06 / (1 + ratio));
        const factor = (sampleWeights?.WALL_TIME ?? 0) / 100;
        expect(Math.abs(all - smallest * (1 + ratio) * factor)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps frames of less than one sample next to millions', () => {
    const stacks = ['a;b 2000000', ...Array.from({ length: 50 }, (_, i) => `a;c${i} 0.4`)];
    const { tree: whole, notes } = inWholeSamples(importProfile(Buffer.from(stacks.join('\n'))));
    expect(whole.self[0]?.slice(2)).toEqual(Float64Array.of(200_000_000, ...Array(50).fill(40)));
    expect(notes[0]).toContain('multiplied by 100;');
  });

  it('loses no frame as long as counts can be stored, and counts the others in a note', () => {
    const samples = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(samples, { minLength: 1, maxLength: 20 }), (counts) => {
        const file = counts.map((count, i) => `f${i} ${count.toFixed(12)}`).join('\n');
        const before = importProfile(Buffer.from(file)).tree;
        const { tree: whole, notes } = inWholeSamples({ format: '', tree: before, notes: [] });
        const sizes = Array.from(before.self[0] ?? []).filter((each) => each > 0);
        const lost = sizes.length - (whole.self[0]?.filter((each) => each > 0).length ?? 0);
        // The factor is a power of ten, so up to nine tenths of the storable samples are unused.
        const sum = sizes.reduce((all, each) => all + each, 0);
        if (Math.min(...sizes) > (10 * sum) / MAX_SAMPLES) expect(lost).toBe(0);
        const note = `${lost} frame${lost === 1 ? '' : 's'} with less than one sample`;
        expect(notes.some((each) => each.startsWith(note))).toBe(lost > 0);
      }),
    );
  });

  it('rejects more samples in a frame than can be stored', () => {
    expect(() => inWholeSamples(profileOf((samples) => samples * 2 ** 38))).toThrow(
      'Its count at the frame b is too high: at most 1,099,511,627,776 samples per frame can be stored.',
    );
  });
});
