import { type PictureText, svgFile, textLine } from '@/lib/download/svg-file';
import type { LegendItem } from '@/lib/download/svg-legend';
import { INK, LINE_PX } from '@/lib/download/svg-style';
import { type ColourScheme, hexFill } from '../fill';
import { graphHeight, type SvgGraph, svgGraph } from './svg-graph';

export type FlameSvg = PictureText & {
  graphs: readonly SvgGraph[];
  /** With fills as CSS. */
  legend: readonly LegendItem[];
  scheme: ColourScheme;
  /** Width of a graph. */
  graphPx: number;
};

const GAP_PX = 12;
const CAPTION_PX = LINE_PX + 4;

/** A standalone SVG 1.1 file with the title, the lines, the graphs and the legend from top to bottom. */
export function flameSvg({ title, lines, graphs, legend, scheme, graphPx: px }: FlameSvg): string {
  const ink = INK[scheme];
  return svgFile({
    ...{ title, lines, ink, px },
    legend: legend.map(({ fill, label }) => ({
      ...(fill !== undefined && { fill: hexFill(fill, scheme) }),
      label,
    })),
    draw: (top) => {
      const parts: string[] = [];
      let end = top;
      for (const graph of graphs) {
        end += GAP_PX;
        if (graph.caption) {
          parts.push(textLine(graph.caption, end, px, `fill="${ink.muted}"`));
          end += CAPTION_PX;
        }
        parts.push(svgGraph(graph, { y: end, px, scheme }));
        end += graphHeight(graph);
      }
      return { parts, end };
    },
  });
}
