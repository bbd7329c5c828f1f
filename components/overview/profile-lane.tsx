'use client';

import { Button, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { LaneRows } from '@/components/lane/lane-row';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { unmatchedWarnings } from '@/lib/overview/view';
import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { timesOfStrip } from '@/lib/profile/range/strip';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { groupsOptions, profileTimesOptions } from '@/lib/queries/profile';
import { withStaleError } from '@/lib/queries/stale-error';
import { useQuery } from '@/lib/queries/use-query';
import { HOUR } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import { coveredSpans } from './covered-spans';
import { laneGroups, lanePeriod, MAX_GROUPS } from './lane-requests';
import { ProfileRow } from './profile-row';
import { ShareRows } from './share-rows';
import { useGroupAnomalies } from './use-group-anomalies';
import { useLastKnown } from './use-last-known';

const HEIGHT = 112;

const newestOf = (groups: readonly ProfilingGroup[]) =>
  groups
    .filter(({ latestAggregatedProfile }) => latestAggregatedProfile)
    .toSorted((a, b) => (b.latestAggregatedProfile?.start ?? 0) - (a.latestAggregatedProfile?.start ?? 0))[0];

type ProfileLaneProps = {
  /** Names or patterns of a view's groups; without them there are all. */
  patterns: readonly string[] | undefined;
  /** The function whose share the rows show instead of the times of profiles. */
  frame: string | undefined;
};

/** One row per profiling group with the times of its aggregated profiles, or with the share of a function in them. */
export function ProfileLane({ patterns, frame }: ProfileLaneProps) {
  const { span, now, zone, setRange } = useRange();
  const list = useQuery(groupsOptions());
  const known = list.data?.data;
  const all = known && laneGroups(known, patterns);
  const groups = all?.slice(0, MAX_GROUPS) ?? [];
  const period = lanePeriod(span, now);
  const length = STRIP_PERIODS[period];
  const times = useQueries({
    queries: groups.map(({ name }) => profileTimesOptions(timesOfStrip(name, span, period))),
  }).map(withStaleError);
  const lastKnown = useLastKnown(groups.map(({ name }, at) => [name, times[at]?.data]));
  const retry = () => void Promise.all([list.refetch(), ...times.map(({ refetch }) => refetch())]);
  const rows = groups.map((group, at) => {
    const answer = lastKnown.get(group.name);
    const starts = answer?.data.period === period ? answer.data.starts : undefined;
    return { group, error: times[at]?.error ?? null, covered: starts && coveredSpans(starts, length, span) };
  });
  const anomalies = useGroupAnomalies(
    rows.map(({ group, covered }) => ({
      name: group.name,
      hasProfiles: frame === undefined && (covered?.length ?? 0) > 0,
    })),
  );
  const hasAnomalies = [...anomalies.byName.values()].some((marks) => marks.length > 0);
  const problem = list.error ?? rows.find(({ error }) => error)?.error;
  const allCovered = rows.flatMap(({ covered }) => covered ?? []);
  const newest = newestOf(groups);
  const at = newest?.latestAggregatedProfile?.start;
  const isEmpty = rows.length > 0 && rows.every(({ covered }) => covered?.length === 0);
  return (
    <Panel
      title="Profiles"
      id="profiles"
      figure={
        newest && at !== undefined ? (
          <>
            {counted(all?.length ?? 0, 'group')} · newest{' '}
            <span style={{ fontVariantNumeric: 'normal' }}>{newest.name}</span>, {formatInstant(at, zone)}
          </>
        ) : undefined
      }
      asOf={list.data?.asOf}
      span={span}
      coverage={
        allCovered.length > 0
          ? {
              from: Math.min(...allCovered.map(({ from }) => from)),
              to: Math.max(...allCovered.map(({ to }) => to)),
            }
          : undefined
      }
      fetching={list.isFetching || times.some(({ isFetching }) => isFetching)}
      onRetry={retry}
    >
      <Warnings
        warnings={[
          ...(list.data?.warnings ?? []),
          ...times.flatMap(({ data }) => data?.warnings ?? []),
          ...anomalies.warnings,
          ...(known && patterns
            ? unmatchedWarnings(
                patterns,
                known.map(({ name }) => name),
                'profiling group',
              )
            : []),
          ...(all && all.length > MAX_GROUPS
            ? [`Only the first ${MAX_GROUPS} of ${all.length} groups are shown.`]
            : []),
        ]}
      />
      {problem && <ProblemNotice error={problem} onRetry={retry} />}
      {list.isPending && !list.error && <PanelSkeleton height={HEIGHT} label="Loading profiling groups" />}
      {known?.length === 0 && (
        <EmptyNotice
          height={HEIGHT}
          why="This account and region have no profiling groups. The Profiles page shows how to post a first profile."
        />
      )}
      {frame === undefined ? (
        <LaneRows>
          {rows.map((row) => (
            <ProfileRow
              key={row.group.name}
              {...row}
              length={length}
              anomalies={anomalies.byName.get(row.group.name)}
            />
          ))}
        </LaneRows>
      ) : (
        groups.length > 0 && <ShareRows groups={groups.map(({ name }) => name)} {...{ frame, period }} />
      )}
      {hasAnomalies && (
        <Text size="xs" c="dimmed" mt="xs">
          <Text span inherit c="var(--triptych-retried-text)" aria-hidden>
            ◆{' '}
          </Text>
          Anomaly: the share of a function differs from what was usual before. The bar above the profiles is
          its time.
        </Text>
      )}
      {isEmpty && at !== undefined && (
        <EmptyNotice why="No group has a profile in this range.">
          <Button
            size="xs"
            variant="default"
            onClick={() => setRange(absoluteRange({ from: at - 5 * HOUR, to: at + HOUR }))}
          >
            Go to the newest data
          </Button>
        </EmptyNotice>
      )}
    </Panel>
  );
}
