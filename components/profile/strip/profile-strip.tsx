'use client';

import { Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { adjacentProfile } from '@/lib/profile/range/adjacent-profile';
import type { RecordedTimes, StripPeriod } from '@/lib/profile/range/profile-periods';
import { allowedStripPeriod, allowedStripPeriods, stripPeriod, stripSpan } from '@/lib/profile/range/strip';
import type { StateChoice } from '@/lib/profile/tree/states';
import type { Span } from '@/lib/time/range';
import classes from './profile-strip.module.css';
import { SamplesNote } from './samples-note';
import { SourceSelect } from './source-select';
import { StepButton } from './step-button';
import { StripPicture } from './strip-picture';
import { StripStatus } from './strip-status';
import { useAfterLoad } from './use-after-load';
import { useStripProfiles } from './use-strip-profiles';

type ProfileStripProps = {
  group: string;
  span: Span;
  zone: string;
  now: number;
  /** Length of the profiles it shows; null is the shortest that fits. */
  chosen: StripPeriod | null;
  onChoose(period: StripPeriod): void;
  onPick(span: Span): void;
  /** The page shows the newest profile of this period instead of its range. */
  latest: StripPeriod | null;
  onLatest(latest: StripPeriod | null): void;
  /** Time of the newest data; undefined if the group has none. */
  newest: Span | undefined;
  /** When hours were recorded. */
  recorded: RecordedTimes | undefined;
  /** Thread states whose samples it shows. */
  data: StateChoice | null;
  /** Whether the page has its profile, so that the samples of others can be read. */
  isReady: boolean;
};

const PERIOD_LABELS: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: 'Hours', P1D: 'Days' };

/**
 * The samples of the aggregated profiles around the range. Picking one makes it the range. Zooming changes none of its values and does
 * not render it again.
 */
export const ProfileStrip = memo(Strip, (before, after) => shownBy(before) === shownBy(after));

const shownBy = ({ onChoose, onPick, onLatest, ...shown }: ProfileStripProps) => JSON.stringify(shown);

function Strip(props: ProfileStripProps) {
  const { group, span, zone, now, onChoose, onPick, latest, onLatest, newest } = props;
  const isReading = useAfterLoad(props.isReady);
  const chosen = allowedStripPeriod(span, props.chosen);
  const shown = stripSpan(span, now, chosen);
  const period = chosen ?? stripPeriod(shown, now, { recorded: props.recorded });
  const { starts, samples, anomalies, countText, error, retry, length } = useStripProfiles({
    ...{ group, span, shown, period, now, isReading },
    data: props.data ?? undefined,
  });
  const previous = adjacentProfile(span, starts, period, 'previous');
  const next = adjacentProfile(span, starts, period, 'next');

  return (
    <div>
      <div className={classes.bar}>
        <StripStatus
          {...{ period, samples, countText, zone }}
          data={props.data}
          hasError={error !== undefined}
        />
        <div className={classes.controls}>
          <SegmentedControl
            size="xs"
            aria-label="Profiles of"
            value={period}
            onChange={(value) => onChoose(value as StripPeriod)}
            data={allowedStripPeriods(span).map((value) => ({ value, label: PERIOD_LABELS[value] }))}
          />
          <StepButton label="Previous profile" span={previous} onPick={onPick}>
            <IconChevronLeft size={14} aria-hidden />
          </StepButton>
          <StepButton label="Next profile" span={next} onPick={onPick}>
            <IconChevronRight size={14} aria-hidden />
          </StepButton>
          <Button
            size="compact-xs"
            h={26}
            variant="default"
            disabled={!newest}
            onClick={() => newest && onPick(newest)}
          >
            Newest data
          </Button>
          <SourceSelect {...{ latest, onLatest }} />
        </div>
      </div>
      {error ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : (
        <Deferred>
          <StripPicture
            {...{ group, shown, span, samples, anomalies, length, zone, onPick }}
            label={`${countText ?? 'Profiles'} in the time shown`}
          />
          <SamplesNote {...{ samples, anomalies, shown, now, zone }} />
        </Deferred>
      )}
    </div>
  );
}
