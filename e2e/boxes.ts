import type { Locator } from '@playwright/test';
import { inkWidth } from '@/lib/profile/graph/frame-size';

/** A box of a graph in the window, pixels; `width` includes the gap to the next one. */
export type Box = { left: number; top: number; width: number; isBlock?: boolean };

/** Width of a place whose visible part is so wide; inverse of `inkWidth`. */
const placeWidth = (ink: number) => (ink >= inkWidth(4) ? ink + 1 : ink / 0.75);

/** The boxes that are shapes, below elements. */
export const shapeBoxes = async (within: Locator): Promise<Box[]> => {
  const found = await within.locator('path:not([fill="none"], [data-match])').evaluateAll((paths) =>
    paths.flatMap((path) => {
      const svg = (path as SVGPathElement).ownerSVGElement;
      const { left, top, width } = svg?.getBoundingClientRect() ?? new DOMRect();
      const scale = width / (svg?.viewBox.baseVal.width ?? width);
      return [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)h(\S+?)v/g)].map(([, x, y, ink]) => ({
        ...{ left, scale, x: Number(x), ink: Number(ink) },
        // No other box is as grey.
        isBlock: path.getAttribute('fill')?.includes('unmatched') ?? false,
        top: top + Number(y),
      }));
    }),
  );
  return found.map(({ left, top, scale, x, ink, isBlock }) => ({
    left: left + x * scale,
    top,
    width: placeWidth(ink) * scale,
    isBlock,
  }));
};

/** The boxes that are elements of d3-flame-graph, below elements. */
export const elementBoxes = (within: Locator): Promise<Box[]> =>
  within.locator('g.frame > rect').evaluateAll((rects) =>
    rects.map((rect) => {
      const { left, top, width } = rect.getBoundingClientRect();
      return { left, top, width };
    }),
  );

/** All boxes of a graph. */
export const allBoxes = async (graph: Locator): Promise<Box[]> => [
  ...(await shapeBoxes(graph)),
  ...(await elementBoxes(graph)),
];
