import { describe, expect, it } from 'vitest';
import { MATCH_FILL } from '@/lib/profile/graph/frame-colour';
import { frameShapes } from '@/lib/profile/graph/frame-shapes';
import { foundFrames, matchShapes } from './match-shapes';

const box = (node: number, x: number) => ({ node, parent: 0, row: node, x, width: 0.02, samples: 1 });
const frames = [box(0, 0), box(1, 0.1), box(2, 0.2)];
const styles = [
  { label: '', fill: 'grey' },
  { label: '', fill: 'red' },
  { label: '', fill: 'blue' },
];
const drawing = { px: 1000, rows: 3, rootOnTop: false, isNarrowOnly: true };

const shapesOf = (matched: Uint8Array | undefined, keepsFill = false) => {
  const found = foundFrames(frames, styles, matched);
  return found && matchShapes(found, keepsFill, drawing);
};

describe('matchShapes', () => {
  it('draws the matches alone, where all frames have them', () => {
    const { paths } = frameShapes(frames, styles, drawing);
    const red = paths.find(({ fill }) => fill === 'red');
    const matches = shapesOf(Uint8Array.of(0, 1, 0));
    expect(matches?.paths).toEqual([{ key: `0 ${MATCH_FILL}`, fill: MATCH_FILL, d: red?.d }]);
  });

  it('keeps the fill of matches where it has a meaning of its own', () => {
    expect(shapesOf(Uint8Array.of(0, 1, 1), true)?.paths.map(({ fill }) => fill)).toEqual(['red', 'blue']);
  });

  it('is undefined without a search, and empty without a match', () => {
    expect(shapesOf(undefined)).toBeUndefined();
    expect(shapesOf(new Uint8Array(3))?.paths).toEqual([]);
  });
});
