import type { ColourScheme } from '../fill';
import { fitText } from './fit-text';
import { graphHeight, type SvgGraph, svgGraph } from './svg-graph';
import { type LegendItem, svgLegend } from './svg-legend';
import { INK, LINE_PX, MARGIN_PX, SANS, TEXT_PX } from './svg-style';
import { xmlText } from './xml-text';

export type FlameSvg = {
  title: string;
  /** Facts about the profile, shown below the title. */
  lines: readonly string[];
  graphs: readonly SvgGraph[];
  legend: readonly LegendItem[];
  scheme: ColourScheme;
  /** Width of a graph. */
  graphPx: number;
};

const TITLE_PX = 26;
const GAP_PX = 12;

/** A standalone SVG 1.1 file with the title, the lines, the graphs and the legend from top to bottom. */
export function flameSvg({ title, lines, graphs, legend, scheme, graphPx }: FlameSvg): string {
  const ink = INK[scheme];
  const columns = graphPx / TEXT_PX;
  let y = MARGIN_PX;
  const advance = (px: number) => {
    y += px;
    return y - px;
  };
  const text = (content: string, style: string, px: number) =>
    `<text x="${MARGIN_PX}" y="${advance(px) + 13}" ${style}>${xmlText(content)}</text>`;
  const parts = [
    text(fitText(title, columns * 0.75), `font-size="16" font-weight="600" fill="${ink.text}"`, TITLE_PX),
    ...lines.map((line) => text(fitText(line, columns), `fill="${ink.muted}"`, LINE_PX)),
  ];
  for (const graph of graphs) {
    advance(GAP_PX);
    if (graph.caption) parts.push(text(fitText(graph.caption, columns), `fill="${ink.muted}"`, LINE_PX + 4));
    parts.push(svgGraph(graph, { y: advance(graphHeight(graph)), px: graphPx, scheme }));
  }
  advance(GAP_PX);
  const { parts: legendParts, end } = svgLegend(legend, { y, px: graphPx, scheme });
  const [width, height] = [graphPx + 2 * MARGIN_PX, end + MARGIN_PX];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}" font-size="12">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ink.background}"/>`,
    ...parts,
    ...legendParts,
    '</svg>\n',
  ].join('\n');
}
