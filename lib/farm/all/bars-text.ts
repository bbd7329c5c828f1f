import { formatMoney } from '../amounts';
import { stepText } from '../bars/bar-steps';
import { barLabel, bucketZoneLabel } from '../bucket-labels';
import { type CostBars, highestUsd } from './cost-bars';

/**
 * What a picture of bars shows, with the times of the first bar, the last and the highest: `cost per 2 hours: first $1.20, 24 Nov
 * 2026 00:00; last $0.00, 24 Nov 2026 22:00; highest $12.30, 24 Nov 2026 14:00. Times: UTC`.
 */
export function barsText({ step, bars, segments }: CostBars, zone: string): string {
  const highest = highestUsd(bars);
  const of = (name: string, bar: CostBars['bars'][number] | undefined) =>
    bar ? [`${name} ${formatMoney(bar.costUsd)}, ${labelOf(bar.from)}`] : [];
  const labelOf = (from: number) => barLabel(from, { ...step, count: 1 }, segments);
  const parts = [
    ...of('first', bars[0]),
    ...of('last', bars.at(-1)),
    ...of(
      'highest',
      bars.find(({ costUsd }) => costUsd === highest),
    ),
  ];
  return `cost per ${stepText(step)}: ${parts.join('; ')}. Times: ${bucketZoneLabel(zone, segments)}`;
}
