import { describe, expect, it } from 'vitest';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { frameAt, placeOf } from './frame-geometry';

const frame = (row: number, x: number, width: number): DrawnFrame => ({
  ...{ row, x, width },
  node: 0,
  parent: -1,
  samples: 1,
});
const frames = [frame(0, 0, 1), frame(1, 0, 0.5), frame(1, 0.5, 0.25), frame(2, 0.5, 0.001)];

describe('frameAt', () => {
  for (const rootOnTop of [true, false]) {
    const grid = { width: 400, rows: 3, rootOnTop };

    it(`finds every frame at its place with the root ${rootOnTop ? 'on top' : 'at the bottom'}`, () => {
      for (const [index, each] of frames.entries()) {
        const { left, top, height } = placeOf(each, grid);
        expect(frameAt(frames, { x: left, y: top }, grid)).toBe(index);
        const right = left + each.width * grid.width;
        expect(frameAt(frames, { x: right - 0.1, y: top + height - 0.1 }, grid)).toBe(index);
        expect(frameAt(frames, { x: right + 0.1, y: top }, grid)).not.toBe(index);
      }
    });

    it(`finds none beside or outside the frames with the root ${rootOnTop ? 'on top' : 'at the bottom'}`, () => {
      for (const [x, row] of [
        [399, 1],
        [399, 2],
        [-1, 0],
        [400, 0],
        [10, -1],
        [10, 3],
      ] as const) {
        const y = (rootOnTop ? row : 2 - row) * 20 + 10;
        expect(frameAt(frames, { x, y }, grid)).toBeUndefined();
      }
    });
  }
});
