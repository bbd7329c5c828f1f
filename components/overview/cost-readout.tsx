'use client';

import { useCrosshair } from '@/components/lane/crosshair';
import { formatMoney } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { bucketAt } from '@/lib/farm/buckets';
import type { Series } from '@/lib/farm/series';
import overview from './overview.module.css';

type CostReadoutProps = { series: Series; marked: readonly number[] };

/** The cost of the bucket at the crosshair. */
export function CostReadout({ series, marked }: CostReadoutProps) {
  const { at } = useCrosshair();
  if (at === undefined) return null;
  const bucket = bucketAt(series.buckets, at);
  const amount = bucket === undefined ? undefined : series.amounts[bucket];
  return (
    <span className={overview.readout} aria-live="polite">
      {amount === undefined ? 'no sessions' : formatMoney(amount)} in this {stepText(series.step)}
      {bucket !== undefined && marked.includes(bucket) && ', marked'}
    </span>
  );
}
