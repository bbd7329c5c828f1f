import { fitText } from './fit-text';
import { type LegendItem, svgLegend } from './svg-legend';
import { type Ink, LINE_PX, MARGIN_PX, oneLine, SANS, TEXT_PX } from './svg-style';
import { xmlText } from './xml-text';

export type PictureText = {
  title: string;
  /** Facts about the contents, shown below the title. */
  lines: readonly string[];
};

type SvgFile = PictureText & {
  /** Draws the contents from a `y` on, with margins at the left and right. `end` is their bottom. */
  draw(y: number): { parts: string[]; end: number };
  legend: readonly LegendItem[];
  ink: Ink;
  /** Width of the contents. */
  px: number;
};

const TITLE_PX = 26;
const GAP_PX = 12;

/** A line of text at the left margin, cut to a width. Its baseline is 13 below `y`. */
export const textLine = (content: string, y: number, px: number, style: string) =>
  `<text x="${MARGIN_PX}" y="${y + 13}" ${style}>${xmlText(fitText(oneLine(content), px / TEXT_PX))}</text>`;

/** A standalone SVG 1.1 file with the title, the lines, the contents and the legend from top to bottom. */
export function svgFile({ title, lines, draw, legend, ink, px }: SvgFile): string {
  const bold = `font-size="16" font-weight="600" fill="${ink.text}"`;
  // Its letters are a third wider.
  const parts = [textLine(title, MARGIN_PX, px * 0.75, bold)];
  let y = MARGIN_PX + TITLE_PX;
  for (const line of lines) {
    parts.push(textLine(line, y, px, `fill="${ink.muted}"`));
    y += LINE_PX;
  }
  const contents = draw(y);
  const { parts: legendParts, end } = svgLegend(legend, { y: contents.end + GAP_PX, px, ink });
  const [width, height] = [px + 2 * MARGIN_PX, end + MARGIN_PX];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}" font-size="12">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ink.background}"/>`,
    ...parts,
    ...contents.parts,
    ...legendParts,
    '</svg>\n',
  ].join('\n');
}
