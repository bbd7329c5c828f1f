'use client';

import { useZone } from '@/components/range/use-range';
import { barsText } from '@/lib/farm/all/bars-text';
import { type CostBars, highestUsd } from '@/lib/farm/all/cost-bars';
import type { Span } from '@/lib/time/range';
import classes from './bars-picture.module.css';

type BarsPictureProps = { name: string; bars: CostBars; span: Span };

const WIDTH = 480;
const HEIGHT_PX = 24;
const FOOT_PX = 1;
const GAP = 0.15;

/** The cost of a farm over the range in small: bars from its own highest one down to nothing. */
export function BarsPicture({ name, bars, span }: BarsPictureProps) {
  const zone = useZone();
  const highest = highestUsd(bars.bars);
  const x = (at: number) => Math.min(1, Math.max(0, (at - span.from) / (span.to - span.from))) * WIDTH;
  const path = bars.bars
    .map(({ from, to, costUsd }) => {
      const height = highest > 0 ? (Math.max(0, costUsd) / highest) * (HEIGHT_PX - FOOT_PX) : 0;
      const [left, width] = [x(from), (x(to) - x(from)) * (1 - GAP)];
      return height > 0
        ? `M${left.toFixed(1)} ${HEIGHT_PX - FOOT_PX}v${-height.toFixed(2)}h${width.toFixed(1)}V${HEIGHT_PX - FOOT_PX}Z`
        : '';
    })
    .join('');
  const text = `${name}: ${barsText(bars, zone)}`;
  return (
    <svg
      className={classes.picture}
      height={HEIGHT_PX}
      viewBox={`0 0 ${WIDTH} ${HEIGHT_PX}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      <title>{text}</title>
      <rect className={classes.foot} y={HEIGHT_PX - FOOT_PX} width={WIDTH} height={FOOT_PX} />
      <path className={classes.bars} d={path} />
    </svg>
  );
}
