'use client';

import { Button, Group, Text } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { ProblemError } from '@/lib/answer/problem';
import { counted } from '@/lib/answer/words';
import { widened } from '@/lib/profile/range/strip';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { ComparedView, StateSamples } from '@/lib/profile/view/view';
import { formatSpan } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import { inspectedChange } from '../actions/frame-actions';
import type { DrawnRef } from '../graph/drawn-graphs';
import { formatSamples } from '../graph/format-samples';
import { GRAPH_PX } from '../graph/graph-size';
import type { StepToMatch } from '../graph/use-current-frame';
import { ChangedFunctions } from '../settings/hidden-functions';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { baselineSide, ownBaseline } from './baseline';
import { BaselineControls } from './baseline-controls';
import classes from './compare.module.css';
import { CompareGraph } from './compare-graph';
import { formatChange, formatSide } from './format-change';
import { MovedFunctions } from './most-changed';
import { SideStrip } from './side-strip';
import { useCompared } from './use-compared';
import { useSwap } from './use-swap';

type CompareViewProps = {
  group: string;
  /** The profile that is compared, of a range. */
  ask: ProfileRequest;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  /** Is given what is drawn. */
  drawnRef: DrawnRef;
  /** Is told the thread states of both sides. */
  onOccurring(occurring: readonly StateSamples[]): void;
};

/** Two profiles beside each other: both strips, the graph of their differences, and what moved most. */
export function CompareView(props: CompareViewProps) {
  const { group, ask, settings, onChange, width, stepRef, drawnRef, onOccurring } = props;
  const { span: pageSpan, zone, now, setRange } = useRange();
  const swap = useSwap();
  const span = { from: ask.startTime ?? pageSpan.from, to: ask.endTime ?? pageSpan.to };
  const comparison = { group, span };
  const { unread, ...baseline } = baselineSide(settings, { group, span: pageSpan }, now, zone);
  const baselineSpan = widened(baseline.span, now);
  const { query, view, picture, focusLost, onRest } = useCompared(
    ask,
    { group: baseline.group, startTime: baselineSpan.from, endTime: baselineSpan.to },
    settings,
    width,
  );
  const occurring = view?.occurring;
  useEffect(() => {
    if (occurring) onOccurring(occurring);
  }, [occurring, onOccurring]);
  const retry = () => void query.refetch();
  const isNone = query.error instanceof ProblemError && query.error.problem.status === 404;
  const isKnown = view !== undefined && !query.isPlaceholderData;
  const warnings = [
    ...(query.data?.warnings ?? []),
    ...(unread ? ['The baseline’s range of this link can’t be read: it is a day before.'] : []),
    ...(settings.latest ? ['Profiles of time ranges are compared, not the latest one.'] : []),
    ...(focusLost ? ['The frame of this link is in neither profile: the whole is shown.'] : []),
    ...(view?.refused === undefined || settings.search === '' ? [] : [view.refused]),
    ...(isKnown ? emptySides(view.samples) : []),
  ];
  return (
    <div aria-busy={query.isFetching}>
      <BaselineControls
        {...{ group, settings, now, zone }}
        span={baseline.span}
        onChange={(change) => void onChange(change)}
        onSwap={() => swap(baseline, { group, span: pageSpan })}
      />
      <div className={classes.sides}>
        <SideStrip
          title="Baseline"
          side={{ ...baseline, span: baselineSpan }}
          samples={isKnown ? view.samples.baseline : undefined}
          onPick={(picked) => void onChange(ownBaseline(picked))}
          {...{ now, zone }}
        />
        <SideStrip
          title="Comparison"
          side={comparison}
          samples={isKnown ? view.samples.comparison : undefined}
          onPick={(picked) => setRange(absoluteRange(picked))}
          {...{ now, zone }}
        />
      </div>
      <ChangedFunctions {...{ settings, onChange }} known={view} />
      {query.error && !isNone && <ProblemNotice error={query.error} onRetry={retry} />}
      <Warnings warnings={warnings} />
      {isKnown && view.found && settings.search !== '' && (
        <Text size="xs" c="dimmed" role="status">
          {foundWords(view, view.found)}
        </Text>
      )}
      {isNone && (
        <EmptyNotice
          why="One of the two times has no profile, so there is nothing to compare. The strips show where profiles are: pick one of them, or another time."
          height={GRAPH_PX}
        >
          <Group gap="xs">
            <Button size="xs" variant="light" onClick={() => void onChange({ baseline: 'day' })}>
              A day before
            </Button>
            <Button size="xs" variant="light" onClick={() => void onChange({ baseline: 'week' })}>
              A week before
            </Button>
          </Group>
        </EmptyNotice>
      )}
      {!isNone && picture && view && picture.whole > 0 && (
        <CompareGraph
          {...{ group, view, picture, settings, onChange, width, stepRef, drawnRef, onRest }}
          isOld={query.isPlaceholderData}
          sides={[
            `Baseline: ${baseline.group}, ${formatSpan(baselineSpan, zone)}, ${formatSamples(view.samples.baseline)}`,
            `Comparison: ${group}, ${formatSpan(span, zone)}, ${formatSamples(view.samples.comparison)}`,
          ]}
        />
      )}
      {!isNone && picture?.whole === 0 && (
        <EmptyNotice why="Neither profile has samples in the thread states chosen." height={GRAPH_PX}>
          <Button size="xs" variant="light" onClick={() => void onChange({ data: 'all' })}>
            Show all thread states
          </Button>
        </EmptyNotice>
      )}
      {!view && !query.error && <PanelSkeleton height={GRAPH_PX} label="Comparing the profiles" />}
      {!isNone && view && (
        <MovedFunctions
          view={view}
          settings={settings}
          onChange={(change) => void onChange(change, 'replace')}
          onInspect={(name) => void onChange(inspectedChange(name))}
        />
      )}
    </div>
  );
}

/** What the search found on both sides, of the whole or of the focused frame. */
function foundWords({ unit, focus }: ComparedView, found: NonNullable<ComparedView['found']>): string {
  const { baseline, comparison, functions } = found;
  const change = formatChange(comparison - baseline, unit);
  const where = focus === '' ? '' : ' in the focused frame';
  return `Found${where}: baseline ${formatSide(baseline, unit)}, comparison ${formatSide(comparison, unit)} (${change}), in ${counted(functions, 'function')}`;
}

function emptySides({ baseline, comparison }: { baseline: number; comparison: number }): string[] {
  if (baseline > 0 && comparison > 0) return [];
  return [`The ${baseline > 0 ? 'comparison' : 'baseline'} has no samples in the thread states chosen.`];
}
