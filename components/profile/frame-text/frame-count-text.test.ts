import { expect, it } from 'vitest';
import { frameCountText } from './frame-count-text';

it.each([
  [{ frames: 1, deepest: 1, framesLeftOut: 0 }, '1 frame, deepest stack 1 frame.'],
  [
    { frames: 12_000, deepest: 40, framesLeftOut: 11_500 },
    '12,000 frames, deepest stack 40 frames. 11,500 frames are narrower than a pixel: they count in the total of the callers, in no drawn frame’s self.',
  ],
  [
    { frames: 30_000, deepest: 30_000, framesLeftOut: 1, isBounded: true },
    '30,000 frames, deepest stack 30,000 frames. There are too many frames of a pixel or more to draw them all: only the widest are drawn. 1 frame is not drawn: it counts in the total of the callers, in no drawn frame’s self.',
  ],
  [
    { frames: 70, deepest: 9 },
    '70 frames, deepest stack 9 frames. Frames narrower than a pixel are not drawn: they count in the total of their parents, in no drawn frame’s self.',
  ],
  [
    { frames: 70_000, deepest: 9, isBounded: true },
    '70,000 frames, deepest stack 9 frames. There are too many frames of a pixel or more to draw them all: only the widest are drawn. The others count in the total of their parents, in no drawn frame’s self.',
  ],
  [
    { frames: 900, deepest: 20, framesLeftOut: 0, deeper: { maxDepth: 20 } },
    '900 frames, without those deeper than 20 frames.',
  ],
])('describes %o', (counts, text) => expect(frameCountText(counts)).toBe(text));
