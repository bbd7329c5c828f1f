import { type RefObject, useEffect } from 'react';
import type { LegendItem } from '../legend/legend-items';
import type { FrameStyleOptions } from './drawing/frame-styles';
import type { Picture } from './picture';

/** A graph as the page shows it. */
type DrawnGraph = Pick<FrameStyleOptions, 'fillOf' | 'keepsFill'> & {
  picture: Picture;
  rootOnTop: boolean;
  withoutRoot?: boolean;
  /** Line above the graph. */
  caption?: string;
  /** A frame's name and facts. */
  tooltipLines(node: number): string[];
};

/** The graphs that a view shows, for saving them as a picture. */
export type DrawnGraphs = {
  /** Lines of the caption after group, range and settings. */
  lines?: string[];
  graphs: DrawnGraph[];
  legend: readonly LegendItem[];
  /** What the shares in the legend are. */
  legendBase?: string | undefined;
  /** Width of a graph, pixels. */
  graphPx: number;
};

export type DrawnRef = RefObject<DrawnGraphs | undefined>;

/** Publishes the drawn graphs while they are mounted. */
export function useDrawn(ref: DrawnRef, drawn: DrawnGraphs | undefined): void {
  useEffect(() => {
    ref.current = drawn;
    return () => {
      ref.current = undefined;
    };
  });
}
