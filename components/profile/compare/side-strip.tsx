import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import { PERIOD_TEXTS } from '../strip/profile-sources';
import { progressText, SamplesNote } from '../strip/samples-note';
import { StripPicture } from '../strip/strip-picture';
import type { ComparedSide } from './baseline';
import classes from './sides.module.css';
import type { useSideSamples } from './use-side-samples';

type SideStripProps = {
  title: 'Baseline' | 'Comparison';
  side: ComparedSide;
  /** Samples of the side's profile. */
  samples: number | undefined;
  strip: ReturnType<typeof useSideSamples>;
  /** Samples at the top of the strip. */
  max: number;
  zone: string;
  onPick(span: Span): void;
};

/** One side of a comparison: group, time, samples, and the existing profiles around it. */
export function SideStrip({ title, side, samples, strip, max, zone, onPick }: SideStripProps) {
  const { group, span } = side;
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <b>{title}</b>
        <span>{group}</span>
        <span>{formatSpan(span, zone)}</span>
        {samples !== undefined && <span>{formatSamples(samples)}</span>}
        <span>profiles of {PERIOD_TEXTS[strip.period]}</span>
        <span aria-hidden>{progressText(strip.samples)}</span>
      </div>
      <StripPicture
        {...{ span, max, zone, onPick }}
        shown={strip.shown}
        samples={strip.samples}
        marks={strip.anomalies.marks ?? []}
        length={strip.length}
        label={`${title}: profiles in the time shown`}
      />
      <SamplesNote samples={strip.samples} anomalies={strip.anomalies} />
    </section>
  );
}
