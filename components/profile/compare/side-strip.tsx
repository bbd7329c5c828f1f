import { VisuallyHidden } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import { coversAll, existingText } from '../strip/existing-text';
import { profileCountText } from '../strip/profile-sources';
import { progressText } from '../strip/progress-text';
import { SamplesNote } from '../strip/samples-note';
import { StripPicture } from '../strip/strip-picture';
import { useExistingProfiles } from '../strip/use-existing-profiles';
import type { useStripProfiles } from '../strip/use-strip-profiles';
import type { ComparedSide } from './baseline';
import classes from './sides.module.css';

type SideStripProps = {
  title: 'Baseline' | 'Comparison';
  side: ComparedSide;
  /** Samples of the side's profile. */
  samples: number | undefined;
  /** The compared thread states, which the strip counts; undefined while they are unknown. */
  states: readonly string[] | undefined;
  strip: ReturnType<typeof useStripProfiles>;
  /** Samples at the top of the strip. */
  max: number;
  zone: string;
  /** How long its time is before that of the page, milliseconds. */
  shift: number;
  onPick(span: Span): void;
};

/** One side of a comparison: group, time, samples, and the existing profiles around it. */
export function SideStrip({ title, side, samples, states, strip, max, zone, shift, onPick }: SideStripProps) {
  const { group, span } = side;
  const { shown, now, anomalies, countText, error, retry, length } = strip;
  const inStrip = `${countText ?? 'profiles'} in the time shown`;
  const status = countText ? inStrip : error ? '' : 'Loading profiles';
  const counted = states ?? strip.samples.states;
  const { existing } = useExistingProfiles(group, span, samples === undefined ? undefined : span, now);
  const isAllCovered = existing && coversAll(existing, span);
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <b>{title}</b>
        <span>{group}</span>
        <span>{formatSpan(span, zone)}</span>
        {existing && !isAllCovered && <span>Covered: {existingText(existing, span, zone)}</span>}
        {samples !== undefined && <span>{formatSamples(samples)}</span>}
        {isAllCovered && <span>{profileCountText(existing.count, existing.period)}</span>}
        {counted.length > 0 && <span>{counted.join(', ')}</span>}
        <VisuallyHidden role="status">{status}</VisuallyHidden>
        <span aria-hidden>{progressText(strip.samples) || status}</span>
      </div>
      {error ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : (
        <>
          <StripPicture
            {...{ group, shown, span, max, length, zone, anomalies, shift, onPick }}
            samples={strip.samples}
            label={`${title}: ${inStrip}`}
          />
          <SamplesNote {...{ shown, now, zone, anomalies }} samples={strip.samples} />
        </>
      )}
    </section>
  );
}
