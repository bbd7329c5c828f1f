import { computedColour, inlineSvg } from '@/components/download/inline-svg';
import { fitText } from '@/lib/download/fit-text';
import { type PictureText, svgFile } from '@/lib/download/svg-file';
import { INK, LINE_PX, MARGIN_PX, oneLine, TEXT_PX } from '@/lib/download/svg-style';
import { wrapText } from '@/lib/download/wrap-text';
import { xmlText } from '@/lib/download/xml-text';
import { formatAmount } from '@/lib/farm/amounts';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { cutText } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';

/** Between the lines above a chart and the chart. */
const GAP_PX = 12;
/** Between a group's name and its chart. */
const NAME_GAP_PX = 5;

type PictureOptions = { text: PictureText; zone: string; scheme: 'light' | 'dark' };

/**
 * The chart on the screen, or the charts of single groups, as a standalone SVG with title and legend. Undefined when none is drawn.
 */
export function chartPicture(
  chart: Element,
  series: Series,
  { text: { title, lines }, zone, scheme }: PictureOptions,
): string | undefined {
  const { categories, measure, segments } = series;
  const hatched = cutText(series);
  const svgs = [...chart.querySelectorAll('svg')];
  if (svgs.length === 0) return undefined;
  const boxes = svgs.map((svg) => svg.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const highest = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - highest;
  // Above each chart of a single group is the group's name.
  const namePx = svgs.length > 1 ? LINE_PX : 0;
  return svgFile({
    title,
    lines: [...lines, `Time: ${bucketZoneLabel(zone, segments)}`, ...(hatched ? [hatched] : [])].flatMap(
      (line) => wrapText(line, width / TEXT_PX),
    ),
    ink: INK[scheme],
    px: width,
    draw: (top) => {
      const start = top + GAP_PX + namePx;
      const parts = svgs.flatMap((svg, at) => {
        const box = boxes[at] ?? svg.getBoundingClientRect();
        const [x, y] = [MARGIN_PX + box.left - left, start + box.top - highest];
        const name = oneLine(fitText(categories[at]?.name ?? '', box.width / TEXT_PX));
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
    legend: categories.map(({ name, colour, total }) => ({
      fill: computedColour(colour, chart),
      label: total === undefined ? name : `${name} ${formatAmount(total, measure)}`,
    })),
  });
}
