'use client';

import { Skeleton } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import { barPath, CHART_WIDTH } from '../strip/bar-path';
import classes from './sparkline.module.css';
import type { SparklineData } from './use-sparkline';

type SparklineProps = { group: string; span: Span; data: SparklineData };

const HEIGHT_PX = 24;
const FOOT_PX = 1;

/** The samples of a group's profiles over the range: the bars of its strip, in small. */
export function Sparkline({ group, span, data }: SparklineProps) {
  const { samples, length, periodText } = data;
  if (!data.isKnown && data.error) return <span className={classes.unknown}>unknown over time</span>;
  if (!data.isKnown) return <Skeleton height={HEIGHT_PX} />;
  const column = (start: number, height: number) => barPath(start, length, span, height, HEIGHT_PX);
  const barsOf = (isIncluded: (status: string) => boolean) =>
    samples.bars.filter(({ status }) => isIncluded(status));
  const heightOf = (count: number) =>
    FOOT_PX + (samples.max > 0 ? (count / samples.max) * (HEIGHT_PX - FOOT_PX) : 0);
  const read = `${samples.readCount} of ${counted(samples.bars.length, 'profile')} of ${periodText} read`;
  const most = samples.readCount > 0 ? `at most ${formatSamples(samples.max)} in one, ` : '';
  const text = `${group}: ${samples.bars.length === 0 ? `no ended profile of ${periodText} in this range` : most + read}`;
  return (
    <svg
      className={classes.sparkline}
      height={HEIGHT_PX}
      viewBox={`0 0 ${CHART_WIDTH} ${HEIGHT_PX}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      <title>{text}</title>
      <rect className={classes.ground} y={HEIGHT_PX - FOOT_PX} width={CHART_WIDTH} height={FOOT_PX} />
      <path
        className={classes.unread}
        d={barsOf((status) => status !== 'read')
          .map(({ start }) => column(start, HEIGHT_PX))
          .join('')}
      />
      <path
        className={classes.bar}
        d={barsOf((status) => status === 'read')
          .map((bar) => column(bar.start, heightOf(bar.samples)))
          .join('')}
      />
    </svg>
  );
}
