'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { profileTimesRequest, stripSpan } from '@/lib/profile/range/strip';
import { profileTimesOptions } from '@/lib/queries/profile';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../graph/format-samples';
import { StripPicture } from '../strip/strip-picture';
import type { ComparedSide } from './baseline';
import classes from './sides.module.css';

type SideStripProps = {
  title: 'Baseline' | 'Comparison';
  side: ComparedSide;
  samples: number | undefined;
  now: number;
  zone: string;
  onPick(span: Span): void;
};

/** One side of a comparison: group, time, samples, and the existing profiles around it. */
export function SideStrip({ title, side, samples, now, zone, onPick }: SideStripProps) {
  const { group, span } = side;
  const request = profileTimesRequest(group, span, now);
  const { data } = useQuery({ ...profileTimesOptions(request), placeholderData: keepPreviousData });
  const isCurrent = data?.data.group === group && data.data.period === request.period;
  const starts = isCurrent ? data.data.starts.toSorted((a, b) => a - b) : [];
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <b>{title}</b>
        <span>{group}</span>
        <span>{formatSpan(span, zone)}</span>
        {samples !== undefined && <span>{formatSamples(samples)}</span>}
      </div>
      <StripPicture
        shown={stripSpan(span, now)}
        span={span}
        starts={starts}
        length={STRIP_PERIODS[request.period]}
        zone={zone}
        label={`${title}: profiles in the time shown`}
        onPick={onPick}
      />
    </section>
  );
}
