'use client';

import { VisuallyHidden } from '@mantine/core';
import type { RefCallback } from 'react';
import { PlotArea, percentAt, useCrosshair } from '@/components/lane/crosshair';
import lane from '@/components/lane/lane.module.css';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { formatMoney } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { bucketAt } from '@/lib/farm/buckets';
import { highestAmount, type Series } from '@/lib/farm/series';
import type { Queue } from '@/lib/farm/session-statistics';
import { formatShare } from '@/lib/farm/shares';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './cost-bars.module.css';
import overview from './overview.module.css';

const HEIGHT = 120;

type CostBarsProps = {
  series: Series;
  farmId: string;
  queues: readonly Queue[];
  /** For the element whose width the bars have. */
  plotRef: RefCallback<HTMLElement>;
};

/** Stacked bars on the overview's axis, the shares of the queues, and the bars as a hidden table. */
export function CostBars({ series, farmId, queues, plotRef }: CostBarsProps) {
  const { span } = useRange();
  const max = highestAmount(series);
  return (
    <div className={`${lane.columns} ${classes.bars}`}>
      <div className={classes.scale}>
        <span>
          {formatMoney(max)} per {stepText(series.step)}
        </span>
        <span>{formatMoney(0)}</span>
      </div>
      <PlotArea>
        <div ref={plotRef}>
          <svg height={HEIGHT} aria-hidden="true">
            <rect className={overview.ground} y={HEIGHT - 1} width="100%" height={1} />
            {series.buckets.map((bucket, at) => (
              <Stack key={bucket.from} bucket={bucket} series={series} at={at} max={max || 1} span={span} />
            ))}
          </svg>
        </div>
      </PlotArea>
      <Shares series={series} farmId={farmId} queues={queues} />
      <CostTable series={series} />
    </div>
  );
}

type StackProps = { bucket: Span; series: Series; at: number; max: number; span: Span };

function Stack({ bucket, series, at, max, span }: StackProps) {
  const from = Math.max(bucket.from, span.from);
  const to = Math.min(bucket.to, span.to);
  if (to <= from) return null;
  const width = (to - from) * 0.92;
  let top = HEIGHT - 1;
  return series.categories.map(({ id, colour, amounts }) => {
    const height = ((amounts[at] ?? 0) / max) * (HEIGHT - 1);
    top -= height;
    if (height <= 0) return null;
    return (
      <rect
        key={id}
        x={percentAt(from + (to - from) * 0.04, span)}
        width={percentAt(span.from + width, span)}
        y={top}
        height={height}
        style={{ fill: colour }}
      />
    );
  });
}

type SharesProps = { series: Series; farmId: string; queues: readonly Queue[] };

function Shares({ series, farmId, queues }: SharesProps) {
  const { total: whole = Number.NaN } = series;
  return (
    <ul className={classes.shares}>
      {series.categories.map(({ id, name, title, colour, total = 0 }) => {
        const queue = queues.find(({ queueId }) => JSON.stringify([queueId]) === id);
        const path = `/farms/${farmId}${queue ? `?queues=${queue.queueId}` : ''}`;
        return (
          <li key={id} className={classes.share}>
            <span className={classes.swatch} style={{ background: colour }} />
            <span className={classes.name} title={title}>
              <RangeLink href={path} fz="xs">
                {name}
              </RangeLink>
            </span>
            <span className={classes.number}>{formatMoney(total)}</span>
            <span className={classes.number}>{formatShare(total / whole)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function CostTable({ series }: { series: Series }) {
  const { zone } = useRange();
  return (
    <VisuallyHidden>
      <table>
        <caption>Farm cost</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {series.buckets.map((bucket, at) => (
            <tr key={bucket.from}>
              <th scope="row">{formatSpan(bucket, zone)}</th>
              <td>{formatMoney(series.amounts[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

/** The cost of the bucket at the crosshair. */
export function CostReadout({ series }: { series: Series }) {
  const { at } = useCrosshair();
  if (at === undefined) return null;
  const bucket = bucketAt(series.buckets, at);
  const amount = bucket === undefined ? undefined : series.amounts[bucket];
  return (
    <span className={overview.readout} aria-live="polite">
      {amount === undefined ? 'no sessions' : formatMoney(amount)} in this {stepText(series.step)}
    </span>
  );
}
