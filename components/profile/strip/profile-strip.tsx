'use client';

import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { adjacentProfile } from '@/lib/profile/range/adjacent-profile';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import {
  allowedStripPeriod,
  allowedStripPeriods,
  profileTimesRequest,
  stripSpan,
} from '@/lib/profile/range/strip';
import { profileTimesOptions } from '@/lib/queries/profile';
import type { Span } from '@/lib/time/range';
import { formatCount } from '../graph/format-samples';
import { ProfileSource } from './source-select';
import { StripPicture } from './strip-picture';

type ProfileStripProps = {
  group: string;
  span: Span;
  zone: string;
  now: number;
  /** How long the profiles are that it shows; null is the shortest that fits. */
  chosen: StripPeriod | null;
  onChoose(period: StripPeriod): void;
  onPick(span: Span): void;
  /** The page is of the newest profile of a period, not of its range. */
  latest: StripPeriod | null;
  onLatest(latest: StripPeriod | null): void;
  /** Where the newest data is; undefined when the group has none. */
  newest: Span | undefined;
};

const CHOICES: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: 'Hours', P1D: 'Days' };

const WORDS: Record<StripPeriod, string> = { PT5M: '5 minutes', PT1H: 'an hour', P1D: 'a day' };

/**
 * Which aggregated profiles exist around the range; picking one makes it the range. A zoom, which changes none of what it
 * shows, does not draw it anew.
 */
export const ProfileStrip = memo(Strip, (before, after) => toldBy(before) === toldBy(after));

const toldBy = ({ group, span, zone, now, chosen, latest, newest }: ProfileStripProps) =>
  JSON.stringify([group, span, zone, now, chosen, latest, newest]);

function Strip(props: ProfileStripProps) {
  const { group, span, zone, now, onChoose, onPick, latest, onLatest, newest } = props;
  const chosen = allowedStripPeriod(span, props.chosen);
  const ask = profileTimesRequest(group, span, now, chosen);
  const shown = stripSpan(span, now, chosen);
  const {
    data: answer,
    error,
    refetch,
  } = useQuery({
    ...profileTimesOptions(ask),
    placeholderData: keepPreviousData,
  });
  const period = answer?.data.period === ask.period ? ask.period : undefined;
  const starts = period ? (answer?.data.starts.toSorted((a, b) => a - b) ?? []) : [];
  const inside = starts.filter((start) => start + STRIP_PERIODS[ask.period] > shown.from);
  const back = adjacentProfile(span, starts, ask.period, 'previous');
  const on = adjacentProfile(span, starts, ask.period, 'next');
  const words = `${inside.length === 0 ? 'No' : formatCount(inside.length)} ${inside.length === 1 ? 'profile' : 'profiles'} of ${WORDS[ask.period]}`;

  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4} mih={26}>
        <Text size="xs" c="dimmed" role="status">
          {answer ? words : error ? 'Profiles' : 'Looking for profiles'}
          {ask.period === 'P1D' && zone !== 'UTC' && '. Days are UTC days'}
        </Text>
        <Group gap={4}>
          <SegmentedControl
            size="xs"
            aria-label="Profiles of"
            value={ask.period}
            onChange={(period) => onChoose(period as StripPeriod)}
            data={allowedStripPeriods(span).map((value) => ({ value, label: CHOICES[value] }))}
          />
          <StepButton label="Previous profile" to={back} onPick={onPick}>
            <IconChevronLeft size={14} aria-hidden />
          </StepButton>
          <StepButton label="Next profile" to={on} onPick={onPick}>
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
          <ProfileSource {...{ latest, onLatest }} />
        </Group>
      </Group>
      {error && !answer ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Deferred>
          <StripPicture
            shown={shown}
            span={span}
            starts={inside}
            length={STRIP_PERIODS[ask.period]}
            zone={zone}
            label={`${words} in the time shown`}
            onPick={onPick}
          />
        </Deferred>
      )}
    </div>
  );
}

type StepButtonProps = {
  label: string;
  to: Span | undefined;
  onPick(span: Span): void;
  children: ReactNode;
};

function StepButton({ label, to, onPick, children }: StepButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={26}
      aria-label={label}
      title={label}
      disabled={!to}
      onClick={() => to && onPick(to)}
    >
      {children}
    </ActionIcon>
  );
}
