import { describe, expect, it } from 'vitest';
import { MATCH_FILL, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import { searchedStyles } from './frame-styles';

const box = (node: number) => ({ node, parent: 0, row: node, x: 0, width: 1, samples: 1 });
const frames = [box(0), box(1), box(2)];
const styles = [
  { label: 'all', fill: 'grey' },
  { label: 'main', fill: 'red' },
  { label: 'loop', fill: 'blue' },
];
const matched = Uint8Array.of(0, 0, 1);

describe('searchedStyles', () => {
  it('fills matches and fades all other frames', () => {
    expect(searchedStyles(frames, styles, { matched })).toEqual([
      { label: 'all', fill: UNMATCHED_FILL },
      { label: 'main', fill: UNMATCHED_FILL },
      { label: 'loop', fill: MATCH_FILL },
    ]);
  });

  it('keeps the fill of matches where it has a meaning of its own', () => {
    const [, other, match] = searchedStyles(frames, styles, { matched, keepsFill: true });
    expect([other?.fill, match?.fill]).toEqual([UNMATCHED_FILL, 'blue']);
  });

  it('returns the styles themselves without a search, so that nothing is coloured again', () => {
    expect(searchedStyles(frames, styles, { matched: undefined })).toBe(styles);
  });
});
