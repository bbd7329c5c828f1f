import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { cssFill } from '@/lib/profile/graph/fill';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes, rowCount } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';
import { flameSvg } from '@/lib/profile/graph/picture/flame-svg';
import { gappedTree } from '@/lib/profile/testing/gapped-tree';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type FrameDatum, frameData } from './frame-data';

const FILL = cssFill('slot0', { light: '#cccccc', dark: '#4d4d4d' });

const drawn = (tree: CallTree, px: number) => {
  const samples = { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') };
  const frames = foldFrames(tree, samples, { focus: 0, px });
  return { frames, styles: frames.map((_, index) => ({ label: String(index), fill: FILL })) };
};

/** Label, row and extent of each datum, laid side by side from the left as d3-flame-graph does. */
function placed(data: FrameDatum): Map<string, { row: number; x: number; width: number }> {
  const places = new Map<string, { row: number; x: number; width: number }>();
  const visit = (datum: FrameDatum, row: number, x: number) => {
    if (datum.label !== '') places.set(datum.label, { row, x, width: datum.value });
    let from = x;
    for (const child of datum.children) {
      visit(child, row + 1, from);
      from += child.value;
    }
  };
  visit(data, 0, 0);
  return places;
}

/** Indexes of the frames that aren't below one that is too narrow for a label. */
function labelled(frames: readonly DrawnFrame[], px: number): number[] {
  const isWide = (index: number) => (frames[index]?.width ?? 1) * px > MIN_LABEL_PX;
  return [...frames.keys()].filter((index) => isWide(frames[index]?.parent ?? -1));
}

const treeAndWidth = [gappedTree, fc.integer({ min: 50, max: 3000 })] as const;

it('puts every box that may have a label at its place although siblings have no gaps', () => {
  fc.assert(
    fc.property(...treeAndWidth, (tree, px) => {
      const { frames, styles } = drawn(tree, px);
      const places = placed(frameData(frames, styles, px));
      const shown = labelled(frames, px);
      expect([...places.keys()].map(Number).sort((a, b) => a - b)).toEqual(shown);
      for (const index of shown) {
        const place = places.get(String(index));
        expect(place?.row).toBe(frames[index]?.row);
        expect(place?.x).toBeCloseTo(frames[index]?.x ?? -1, 9);
        expect(place?.width).toBeCloseTo(frames[index]?.width ?? -1, 9);
      }
    }),
  );
});

it('puts the boxes of some rows at their places, below an invisible frame', () => {
  fc.assert(
    fc.property(...treeAndWidth, fc.integer({ min: 1, max: 4 }), (tree, px, from) => {
      const { frames, styles } = drawn(tree, px);
      const data = frameData(frames, styles, px, { from, to: from + 2 });
      expect([data.label, data.fill, data.value]).toEqual(['', 'none', 1]);
      const places = placed(data);
      const shown = new Set(labelled(frames, px));
      const inRows = frames.flatMap((frame, index) => {
        const isFirstRow = frame.row === from;
        return isFirstRow || (frame.row === from + 1 && shown.has(index)) ? [{ ...frame, index }] : [];
      });
      expect(places.size).toBe(inRows.length);
      for (const { index, row, x } of inRows) {
        expect(places.get(String(index))?.row).toBe(row - from + 1);
        expect(places.get(String(index))?.x).toBeCloseTo(x, 9);
      }
    }),
  );
});

it('has the same places as the shapes and as a saved picture', () => {
  fc.assert(
    fc.property(...treeAndWidth, fc.boolean(), (tree, px, rootOnTop) => {
      const { frames, styles } = drawn(tree, px);
      const places = placed(frameData(frames, styles, px));
      const expected = [...places.values()].map((place) => ({
        left: place.x * px,
        row: rootOnTop ? place.row : rowCount(frames) - 1 - place.row,
        right: (place.x + place.width) * px,
      }));
      const shapes = frameShapes(frames, styles, { px, rootOnTop })
        .paths.map(({ d }) => d)
        .join('');
      const svg = flameSvg({
        ...{ title: '', lines: [], legend: [], scheme: 'light', graphPx: px },
        graphs: [
          { frames: frames.map((frame) => ({ ...frame, label: '', tooltip: '', fill: FILL })), rootOnTop },
        ],
      });
      const boxes = [
        [...shapes.matchAll(/M(\S+) (\S+?)h(\S+?)v/g)],
        [...svg.matchAll(/<rect x="(\S+)" y="(\S+)" width="(\S+)" height="19"/g)],
      ].map((found) =>
        found.map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) })),
      );
      for (const list of boxes) {
        expect(list).toHaveLength(frames.length);
        for (const { left, row, right } of expected) {
          const isThere = list.some(
            ({ x, y, width }) =>
              y === row * 20 &&
              Math.abs(x - left) <= 0.5 &&
              x + width <= right + 0.5 &&
              x + width >= right - 1.5,
          );
          expect(isThere).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});
