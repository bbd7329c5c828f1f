import { expect, it } from 'vitest';
import { frameCountText } from './frame-count-text';

it.each([
  [{ frames: 1, deepest: 1, framesLeftOut: 0 }, '1 frame, deepest stack 1 frame.'],
  [
    { frames: 12_000, deepest: 40, framesLeftOut: 11_500 },
    '12,000 frames, deepest stack 40 frames. 11,500 frames are too narrow to show and counted in the parent.',
  ],
])('describes %o', (counts, text) => expect(frameCountText(counts)).toBe(text));
