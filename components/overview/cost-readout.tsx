'use client';

import { PlotText } from '@/components/range/plot/plot-text';
import { formatMoney } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { bucketAt } from '@/lib/farm/buckets';
import type { Series } from '@/lib/farm/series';
import overview from './overview.module.css';

type CostReadoutProps = { series: Series; marked: readonly number[] };

/** The cost of the bucket at the crosshair. */
export function CostReadout({ series, marked }: CostReadoutProps) {
  const textAt = (at: number) => {
    const bucket = bucketAt(series.buckets, at);
    const amount = bucket === undefined ? undefined : series.amounts[bucket];
    const text = `${amount === undefined ? 'no sessions' : formatMoney(amount)} in this ${stepText(series.step)}`;
    return bucket !== undefined && marked.includes(bucket) ? `${text}, marked` : text;
  };
  return <PlotText className={overview.readout} textAt={textAt} />;
}
