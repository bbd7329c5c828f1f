'use client';

import { type ReactNode, useMemo } from 'react';
import { NoCanaries } from '@/components/canary/no-canaries';
import { StripLegend } from '@/components/canary/strip-legend';
import { LaneRows } from '@/components/lane/lane-row';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { ProblemError } from '@/lib/answer/problem';
import { healthHeadline } from '@/lib/canary/health/headline';
import { NO_HEALTH } from '@/lib/canary/stream/health-so-far';
import { unmatchedWarnings } from '@/lib/overview/view';
import { canariesOptions } from '@/lib/queries/canary';
import { useCanariesHealth } from '@/lib/queries/use-canaries-health';
import { useQuery } from '@/lib/queries/use-query';
import { CanaryReadout } from './canary-readout';
import { CanaryRow } from './canary-row';
import { laneCanaries, laneHealth, MAX_CANARIES } from './lane-requests';
import { OverviewTop } from './overview-top';
import { WrongLine } from './wrong-line';

const HEIGHT = 200;

type CanaryLaneProps = {
  /** Names or patterns of a view's canaries; without them there are all. */
  patterns: readonly string[] | undefined;
  /** Beside the sentence on top. */
  controls?: ReactNode;
};

/** What is wrong with canaries, and one row of states per canary on the overview's time axis. */
export function CanaryLane({ patterns, controls }: CanaryLaneProps) {
  const { span, now } = useRange();
  const list = useQuery(canariesOptions());
  const known = list.data?.data.map(({ name }) => name);
  const all = useMemo(() => list.data && laneCanaries(list.data, patterns, now), [list.data, patterns, now]);
  const names = (all ?? []).slice(0, MAX_CANARIES);
  const leftOut = (all?.length ?? 0) - names.length;
  const health = useCanariesHealth(names, laneHealth(names, span, now));
  const rows = names.map((name) => ({ name, ...(health.byName[name] ?? NO_HEALTH) }));
  const read = rows.flatMap(({ health: each }) => each ?? []);
  const failed = rows.find(({ problem }) => problem)?.problem;
  const problem = list.error ?? health.error ?? (failed && new ProblemError(failed));
  const retry = () => void list.refetch().then(health.retry);
  const from = Math.max(span.from, ...read.map(({ coverage }) => coverage.from));
  return (
    <>
      <OverviewTop controls={controls}>
        <WrongLine
          rows={rows.map((row) => ({
            ...row,
            hasFailed: row.problem !== undefined || health.error !== null,
          }))}
          total={all?.length}
          isView={patterns !== undefined}
        />
      </OverviewTop>
      <Panel
        title="Canaries"
        id="canaries"
        figure={read.length > 0 ? healthHeadline(rows, all?.length) : undefined}
        asOf={list.data?.asOf}
        span={span}
        coverage={read.length > 0 && from < span.to ? { from, to: span.to } : undefined}
        fetching={list.isFetching || health.isFetching}
        onRetry={retry}
        aside={<CanaryReadout rows={rows} />}
      >
        <Warnings
          warnings={[
            ...(list.data?.warnings ?? []),
            ...(known && patterns ? unmatchedWarnings(patterns, known, 'canary') : []),
            ...rows.flatMap(({ name, warnings }) => warnings.map((warning) => `${name}: ${warning}`)),
            ...(all && leftOut > 0
              ? [
                  `Only ${MAX_CANARIES} of ${all.length} canaries are shown: failing and silent ones first, by their last runs and by what was read in the last hour.`,
                ]
              : []),
          ]}
        />
        {problem && <ProblemNotice error={problem} onRetry={retry} />}
        {list.isPending && !list.error && <PanelSkeleton height={HEIGHT} label="Loading canaries" />}
        {known?.length === 0 && <NoCanaries height={HEIGHT} />}
        <LaneRows>
          {rows.map((row) => (
            <CanaryRow key={row.name} {...row} hasFailed={health.error !== null} />
          ))}
        </LaneRows>
        {rows.length > 0 && <StripLegend fills={['missing', 'unread']} />}
      </Panel>
    </>
  );
}
