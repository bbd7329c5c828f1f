import { formatAmount } from '@/lib/farm/amounts';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { cutText } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';

/** What a picture of a series tells besides its title: its lines of text, the name of each group's chart, and the legend. */
export function seriesPictureText(series: Series, lines: readonly string[], zone: string) {
  const { categories, measure, segments } = series;
  const hatched = cutText(series);
  return {
    lines: [...lines, `Time: ${bucketZoneLabel(zone, segments)}`, ...(hatched ? [hatched] : [])],
    names: categories.map(({ name }) => name),
    legend: categories.map(({ name, colour, total }) => ({
      colour,
      label: total === undefined ? name : `${name} ${formatAmount(total, measure)}`,
    })),
  };
}
