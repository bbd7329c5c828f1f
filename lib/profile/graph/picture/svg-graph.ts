import { fitText } from '@/lib/download/fit-text';
import { MARGIN_PX, oneLine } from '@/lib/download/svg-style';
import { xmlText } from '@/lib/download/xml-text';
import { type ColourScheme, hexFill } from '../fill';
import { FRAME_TEXT } from '../frame-colour';
import { INK_HEIGHT_PX, inkWidth, MIN_LABEL_PX, ROW_PX } from '../frame-size';
import { OUTLINE_COLOURS, OUTLINE_PX, outlineBox } from '../match-outlines';

export type SvgFrame = {
  /** Fractions of the graph's width. */
  x: number;
  width: number;
  /** The root is in row 0. */
  row: number;
  label: string;
  /** Shown while the pointer is over the frame. */
  tooltip: string;
  /** CSS, as `hexFill` reads it. */
  fill: string;
  /** A search matches it. */
  isMatch?: boolean;
};

export type SvgGraph = {
  /** Shown above the graph. */
  caption?: string;
  frames: readonly SvgFrame[];
  rootOnTop: boolean;
  /** Omits the root's row, because another graph draws it. */
  withoutRoot?: boolean;
};

const INSET_PX = 4;

const MONO = "'JetBrains Mono Variable', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
/** Approximate width of a character in a monospaced font of 11 px. */
const MONO_PX = 6.62;

/** Where and how wide a graph is drawn. */
type Placement = { y: number; px: number; scheme: ColourScheme };

export const graphHeight = ({ frames, withoutRoot }: SvgGraph) =>
  ROW_PX * (frames.reduce((rows, { row }) => Math.max(rows, row + 1), 0) - (withoutRoot ? 1 : 0));

export function svgGraph(graph: SvgGraph, { y, px, scheme }: Placement): string {
  const { frames, rootOnTop, withoutRoot } = graph;
  const height = graphHeight(graph);
  const omittedRows = withoutRoot ? 1 : 0;
  const drawn = frames
    .filter(({ row }) => row >= omittedRows)
    .map((frame) => {
      const top = (frame.row - omittedRows) * ROW_PX;
      return svgFrame(frame, { y: rootOnTop ? top : height - ROW_PX - top, px, scheme });
    });
  return [
    `<svg x="${MARGIN_PX}" y="${y}" width="${px}" height="${height}" class="graph">`,
    `<g fill="${FRAME_TEXT[scheme]}" font-family="${MONO}" font-size="11">`,
    ...drawn,
    '</g>',
    '</svg>',
  ].join('\n');
}

function svgFrame(frame: SvgFrame, { y, px, scheme }: Placement): string {
  const { x, width, label, tooltip, fill, isMatch } = frame;
  const ink = inkWidth(width * px);
  const box = boxText({ left: x * px, top: y, width: ink, height: INK_HEIGHT_PX });
  const text =
    width * px > MIN_LABEL_PX ? fitText(oneLine(label), (width * px - 2 * INSET_PX) / MONO_PX) : '';
  const clipped = text === '' ? '' : `<svg ${box}><text x="${INSET_PX}" y="14">${xmlText(text)}</text></svg>`;
  const outline = isMatch
    ? `<rect ${boxText(outlineBox({ left: x * px, top: y, width: width * px }))} fill="none" stroke="${OUTLINE_COLOURS[scheme]}" stroke-width="${OUTLINE_PX}"/>`
    : '';
  return `<g class="frame"><title>${xmlText(tooltip)}</title><rect ${box} fill="${hexFill(fill, scheme)}"/>${clipped}${outline}</g>`;
}

const boxText = (box: { left: number; top: number; width: number; height: number }) =>
  `x="${box.left.toFixed(2)}" y="${box.top}" width="${box.width.toFixed(2)}" height="${box.height}"`;
