import { computedColour, inlineSvg } from '@/components/download/inline-svg';
import { type PictureText, svgFile } from '@/lib/download/svg-file';
import { INK, MARGIN_PX, TEXT_PX } from '@/lib/download/svg-style';
import { wrapText } from '@/lib/download/wrap-text';
import { formatAmount } from '@/lib/farm/amounts';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { cutText } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';

/** Between the lines above a chart and the chart. */
const GAP_PX = 12;

type PictureOptions = { text: PictureText; zone: string; scheme: 'light' | 'dark' };

/** A chart on the screen as a standalone SVG, with its title and legend. Undefined when it isn't drawn. */
export function chartPicture(
  chart: Element,
  series: Series,
  { text: { title, lines }, zone, scheme }: PictureOptions,
): string | undefined {
  const { categories, measure, segments } = series;
  const hatched = cutText(series);
  const svg = chart.querySelector('svg');
  if (!svg) return undefined;
  const { width, height } = svg.getBoundingClientRect();
  return svgFile({
    title,
    lines: [...lines, `Time: ${bucketZoneLabel(zone, segments)}`, ...(hatched ? [hatched] : [])].flatMap(
      (line) => wrapText(line, width / TEXT_PX),
    ),
    ink: INK[scheme],
    px: width,
    draw: (top) => {
      const y = top + GAP_PX;
      return {
        parts: [
          `<svg x="${MARGIN_PX}" y="${y}" width="${width}" height="${height}">`,
          inlineSvg(svg),
          '</svg>',
        ],
        end: y + height,
      };
    },
    legend: categories.map(({ name, colour, total }) => ({
      fill: computedColour(colour, chart),
      label: total === undefined ? name : `${name} ${formatAmount(total, measure)}`,
    })),
  });
}
