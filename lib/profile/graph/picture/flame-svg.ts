import { FRAME_TONES } from '../frame-colour';
import { MIN_LABEL_PX, ROW_PX } from '../frame-size';
import { type ColourScheme, hexFill } from '../hex-fill';
import { fitText, textColumns } from './fit-text';
import { xmlText } from './xml-text';

/** A frame of a graph. */
export type SvgFrame = {
  /** Fractions of the graph's width. */
  x: number;
  width: number;
  /** 0 is the row of the root. */
  row: number;
  label: string;
  /** What is told when it is pointed at. */
  tooltip: string;
  /** CSS, as `hexFill` reads it. */
  fill: string;
};

export type SvgGraph = {
  /** What stands above it. */
  caption?: string;
  frames: readonly SvgFrame[];
  rootOnTop: boolean;
  /** The root's row is not drawn: another graph draws it. */
  withoutRoot?: boolean;
};

export type FlameSvg = {
  title: string;
  /** What is known of the whole, a line each. */
  lines: readonly string[];
  graphs: readonly SvgGraph[];
  /** What colours mean; without a fill it is of none. */
  legend: readonly { fill?: string; label: string }[];
  scheme: ColourScheme;
  /** Pixels that a graph is wide. */
  graphPx: number;
};

const MARGIN = 16;
const LINE_PX = 18;
const TITLE_PX = 26;
const GAP_PX = 12;
const INSET_PX = 4;

/** About what a character is wide at 11 px of a monospaced font, and at 12 px of one that isn't. */
const MONO_PX = 6.62;
const TEXT_PX = 6.6;
const SWATCH_PX = 16;
const BETWEEN_PX = 18;

const MONO = "'JetBrains Mono Variable', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const SANS = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

const INK: Record<ColourScheme, { ground: string; text: string; muted: string }> = {
  light: { ground: '#ffffff', text: '#1f2328', muted: '#5b6271' },
  dark: { ground: '#15181f', text: '#e6e8ec', muted: '#9aa1b0' },
};

/** A picture of graphs as a file of its own, SVG 1.1: the title, the lines, the graphs, the legend, one below the other. */
export function flameSvg({ title, lines, graphs, legend, scheme, graphPx }: FlameSvg): string {
  const ink = INK[scheme];
  const room = graphPx / TEXT_PX;
  let y = MARGIN;
  const below = (px: number) => {
    y += px;
    return y - px;
  };
  const text = (content: string, style: string, px: number) =>
    `<text x="${MARGIN}" y="${below(px) + 13}" ${style}>${xmlText(content)}</text>`;
  const parts = [
    text(fitText(title, room * 0.75), `font-size="16" font-weight="600" fill="${ink.text}"`, TITLE_PX),
    ...lines.map((line) => text(fitText(line, room), `fill="${ink.muted}"`, LINE_PX)),
  ];
  for (const graph of graphs) {
    below(GAP_PX);
    if (graph.caption) parts.push(text(fitText(graph.caption, room), `fill="${ink.muted}"`, LINE_PX + 4));
    const rows = rowsOf(graph);
    parts.push(drawnGraph(graph, { rows, y: below(rows * ROW_PX), px: graphPx, scheme }));
  }
  below(GAP_PX);
  const items = legendItems(legend, { y, px: graphPx, scheme });
  parts.push(...items.drawn);
  const [width, height] = [graphPx + 2 * MARGIN, items.end + MARGIN];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}" font-size="12">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ink.ground}"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

const rowsOf = ({ frames, withoutRoot }: SvgGraph) =>
  frames.reduce((most, { row }) => Math.max(most, row + 1), 0) - (withoutRoot ? 1 : 0);

type Place = { y: number; px: number; scheme: ColourScheme };

function drawnGraph(
  { frames, rootOnTop, withoutRoot }: SvgGraph,
  { rows, y, px, scheme }: Place & { rows: number },
): string {
  const hidden = withoutRoot ? 1 : 0;
  const drawn = frames
    .filter(({ row }) => row >= hidden)
    .map((frame) => {
      const line = frame.row - hidden;
      return drawnFrame(frame, { y: (rootOnTop ? line : rows - 1 - line) * ROW_PX, px, scheme });
    });
  return [
    // Frames overlap nothing but their own borders, which are of the ground's colour.
    `<svg x="${MARGIN}" y="${y}" width="${px}" height="${rows * ROW_PX}" class="graph">`,
    `<g stroke="${INK[scheme].ground}" fill="${FRAME_TONES[scheme].text}" font-family="${MONO}" font-size="11">`,
    ...drawn,
    '</g>',
    '</svg>',
  ].join('\n');
}

function drawnFrame({ x, width, label, tooltip, fill }: SvgFrame, { y, px, scheme }: Place): string {
  const [left, wide] = [x * px, width * px].map((length) => length.toFixed(2));
  const shown =
    width * px < MIN_LABEL_PX ? '' : fitText(oneLine(label), (width * px - 2 * INSET_PX) / MONO_PX);
  const labelled =
    shown === ''
      ? ''
      : `<svg x="${left}" y="${y}" width="${wide}" height="${ROW_PX}"><text x="${INSET_PX}" y="14" stroke="none">${xmlText(shown)}</text></svg>`;
  return `<g class="frame"><title>${xmlText(tooltip)}</title><rect x="${left}" y="${y}" width="${wide}" height="${ROW_PX}" fill="${hexFill(fill, scheme)}"/>${labelled}</g>`;
}

const oneLine = (text: string) => text.replace(/[\t\r\n]/g, ' ');

/** In as many rows as they need. */
function legendItems(legend: FlameSvg['legend'], { y, px, scheme }: Place): { drawn: string[]; end: number } {
  const drawn: string[] = [];
  let [left, top] = [0, y];
  for (const { fill, label } of legend) {
    const shown = fitText(oneLine(label), px / TEXT_PX - 4);
    const width = (fill === undefined ? 0 : SWATCH_PX) + textColumns(shown) * TEXT_PX;
    if (left > 0 && left + width > px) [left, top] = [0, top + LINE_PX];
    const x = MARGIN + left;
    if (fill !== undefined) {
      drawn.push(
        `<rect x="${x}" y="${top + 3}" width="10" height="10" rx="2" fill="${hexFill(fill, scheme)}"/>`,
      );
    }
    const textX = (x + (fill === undefined ? 0 : SWATCH_PX)).toFixed(1);
    drawn.push(`<text x="${textX}" y="${top + 12}" fill="${INK[scheme].text}">${xmlText(shown)}</text>`);
    left += width + BETWEEN_PX;
  }
  return { drawn, end: legend.length === 0 ? y : top + LINE_PX };
}
