'use client';

import { useQueries } from '@tanstack/react-query';
import { NoCanaries } from '@/components/canary/no-canaries';
import { LaneRows } from '@/components/lane/lane-row';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { failingFirst } from '@/lib/canary/failing-first';
import { headlineOf, summaryOf } from '@/lib/canary/summary';
import { headlineText } from '@/lib/canary/summary-text';
import { canariesOptions } from '@/lib/queries/canary';
import { MAX_RECENT_RUNS, recentRunsOptions } from '@/lib/queries/recent-runs';
import { useQuery } from '@/lib/queries/use-query';
import { CanaryReadout } from './canary-readout';
import { CanaryRow } from './canary-row';
import { useLastKnown } from './use-last-known';

const MAX_CANARIES = 20;
const HEIGHT = 200;

/** One row of states per canary on the overview's time axis. */
export function CanaryLane() {
  const { span, now } = useRange();
  const list = useQuery(canariesOptions());
  const all = list.data && failingFirst(list.data.data);
  const canaries = all?.slice(0, MAX_CANARIES) ?? [];
  const runs = useQueries({ queries: canaries.map(({ name }) => recentRunsOptions(name, span.from)) });
  const lastKnown = useLastKnown(canaries.map(({ name }, at) => [name, runs[at]?.data]));
  const rows = canaries.map((canary, at) => {
    const answer = lastKnown.get(canary.name);
    const summary = answer && summaryOf(answer.data, canary, span, now);
    return { canary, summary, error: runs[at]?.error ?? null };
  });
  const summaries = rows.flatMap(({ summary }) => summary ?? []);
  const waiting = list.isFetching || runs.some(({ isFetching }) => isFetching);
  const problem = list.error ?? rows.find(({ error }) => error)?.error;
  const retry = () => void Promise.all([list.refetch(), ...runs.map(({ refetch }) => refetch())]);
  const known = Math.max(span.from, ...summaries.map(({ knownFrom }) => knownFrom));

  const isPartial = summaries.some(({ isNewestOnly, isExpired }) => isNewestOnly && !isExpired);
  return (
    <Panel
      title="Canaries"
      id="canaries"
      figure={
        summaries.length > 0 && !rows.some(({ summary, error }) => !summary && !error)
          ? headlineText(headlineOf(summaries), MAX_RECENT_RUNS)
          : undefined
      }
      asOf={list.data?.asOf}
      span={span}
      coverage={summaries.length > 0 && known < span.to ? { from: known, to: span.to } : undefined}
      fetching={waiting}
      onRetry={retry}
      aside={<CanaryReadout rows={rows} />}
    >
      <Warnings
        warnings={[
          ...(list.data?.warnings ?? []),
          ...runs.flatMap(({ data }) => data?.warnings ?? []),
          ...(isPartial
            ? [
                `At most the newest ${MAX_RECENT_RUNS} runs of each canary are read here. Older runs are hatched; open a canary to load them.`,
              ]
            : []),
          ...(all && all.length > MAX_CANARIES
            ? [`Only the first ${MAX_CANARIES} of ${all.length} canaries are shown, failing ones first.`]
            : []),
        ]}
      />
      {problem && <ProblemNotice error={problem} onRetry={retry} />}
      {list.isPending && !list.error && <PanelSkeleton height={HEIGHT} label="Loading canaries" />}
      {all?.length === 0 && <NoCanaries height={HEIGHT} />}
      <LaneRows>
        {rows.map(({ canary, summary, error }) => (
          <CanaryRow key={canary.name} canary={canary} summary={summary} error={error} />
        ))}
      </LaneRows>
    </Panel>
  );
}
