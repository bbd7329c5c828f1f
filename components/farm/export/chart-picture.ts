import { computedColour, inlineSvg } from '@/components/download/inline-svg';
import { fitText } from '@/lib/download/fit-text';
import { type PictureText, svgFile } from '@/lib/download/svg-file';
import { INK, LINE_PX, MARGIN_PX, oneLine, TEXT_PX } from '@/lib/download/svg-style';
import { wrapText } from '@/lib/download/wrap-text';
import { xmlText } from '@/lib/download/xml-text';

/** Between the lines above a chart and the chart. */
const GAP_PX = 12;
/** Between the name of one of several charts and the chart. */
const NAME_GAP_PX = 5;

export type PictureOptions = {
  text: PictureText;
  /** Of each chart, for a picture of several. */
  names: readonly string[];
  legend: readonly { colour: string; label: string }[];
  scheme: 'light' | 'dark';
};

/** The chart or charts on the screen as a standalone SVG with title and legend. Undefined when none is drawn. */
export function chartPicture(
  chart: Element,
  { text: { title, lines }, names, legend, scheme }: PictureOptions,
): string | undefined {
  // Not what is drawn inside of a chart, nor the mark of the place that the pointer is at.
  const svgs = [...chart.querySelectorAll<SVGSVGElement>('svg:not([data-cursor], svg svg)')];
  if (svgs.length === 0) return undefined;
  const boxes = svgs.map((svg) => svg.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const highest = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - highest;
  // Above each of several charts is its name.
  const namePx = svgs.length > 1 ? LINE_PX : 0;
  return svgFile({
    title,
    lines: lines.flatMap((line) => wrapText(line, width / TEXT_PX)),
    ink: INK[scheme],
    px: width,
    draw: (top) => {
      const start = top + GAP_PX + namePx;
      const parts = svgs.flatMap((svg, at) => {
        const box = boxes[at] ?? svg.getBoundingClientRect();
        const [x, y] = [MARGIN_PX + box.left - left, start + box.top - highest];
        const name = oneLine(fitText(names[at] ?? '', box.width / TEXT_PX));
        return [
          ...(namePx > 0
            ? [`<text x="${x}" y="${y - NAME_GAP_PX}" fill="${INK[scheme].text}">${xmlText(name)}</text>`]
            : []),
          `<svg x="${x}" y="${y}" width="${box.width}" height="${box.height}">`,
          inlineSvg(svg),
          '</svg>',
        ];
      });
      return { parts, end: start + height };
    },
    legend: legend.map(({ colour, label }) => ({ fill: computedColour(colour, chart), label })),
  });
}
