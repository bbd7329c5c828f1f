import { type RefObject, useEffect } from 'react';
import type { FrameStyleOptions } from './frame-styles';
import type { LegendItem } from './legend-items';
import type { Picture } from './picture';

/** A graph as it stands on the page. */
type DrawnGraph = Pick<FrameStyleOptions, 'fillOf' | 'keepsFill'> & {
  picture: Picture;
  rootOnTop: boolean;
  withoutRoot?: boolean;
  /** What stands above it. */
  caption?: string;
  /** A frame's name and what is told of it. */
  tooltipLines(node: number): string[];
};

/** What a view draws, for a picture of it. */
export type DrawnGraphs = {
  /** What is told of it beside group, range and choice. */
  lines?: string[];
  graphs: DrawnGraph[];
  legend: LegendItem[];
  /** Pixels that a graph is wide. */
  graphPx: number;
};

export type DrawnRef = RefObject<DrawnGraphs | undefined>;

/** Tells what is drawn as long as it is. */
export function useDrawn(ref: DrawnRef, drawn: DrawnGraphs | undefined): void {
  useEffect(() => {
    ref.current = drawn;
    return () => {
      ref.current = undefined;
    };
  });
}
