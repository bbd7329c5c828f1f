'use client';

import type { ReactNode } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { formatSpan } from '@/lib/time/format';
import { inspectedChange } from '../actions/frame-actions';
import { ComparedCostLine } from '../cost/compared-cost-line';
import { formatSamples } from '../frame-text/format-samples';
import { GRAPH_PX } from '../graph/graph-size';
import { DeeperNote } from '../settings/deeper-note';
import { HiddenFunctions } from '../settings/hidden-functions';
import { MissingStates } from '../settings/missing-states';
import type { ChangeSettings } from '../settings/profile-settings';
import { ChangedLine } from '../summary/changed-line';
import { ComparedGraph } from './compared-graph';
import { comparisonWarnings, hasBothSides } from './comparison-text';
import { MostChanged } from './most-changed';
import type { ComparePanelState } from './use-compare-panel';

type ComparedResultProps = {
  compared: ComparePanelState;
  onChange: ChangeSettings;
  /** The same for a choice that shows a graph, which is brought into view. */
  onShow: ChangeSettings;
  /** What is shown if one of the two times has no profile. */
  empty: ReactNode;
  /** Whether the functions that changed most are above the graph, instead of a line that names the first few. */
  areFunctionsFirst?: boolean;
};

/** The differences of two profiles, as a graph and by function, with all that is missing in them. */
export function ComparedResult(props: ComparedResultProps) {
  const { compared, onChange, onShow, empty, areFunctionsFirst = false } = props;
  const { group, settings, px, field, stepRef, drawnRef, sides, occurring, states, deeper, costs } = compared;
  const { query, view, picture, isFocusMissing, isEmpty, isCurrent, onMatches, prefetch, zoomedOptions } =
    compared;
  const { zone } = useRange();
  const [baseline, comparison] = [sides.baseline.requested, sides.comparison.requested];
  const hasFunctions = !isEmpty && view !== undefined && hasBothSides(view);
  const functions = hasFunctions && (
    <MostChanged
      view={view}
      costs={costs?.costs}
      settings={settings}
      onChange={(change) => void onChange(change, 'replace')}
      onInspect={(name) => void onShow(inspectedChange(name))}
    />
  );
  return (
    <>
      <HiddenFunctions {...{ settings, onChange }} known={view} />
      <MissingStates
        {...{ data: settings.data, onChange }}
        occurring={view && occurring}
        subject="Both sides have"
      />
      {deeper !== undefined && <DeeperNote text={deeper} onChange={onChange} />}
      {query.error && !isEmpty && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <Warnings
        warnings={[
          ...(query.data?.warnings ?? []),
          ...comparisonWarnings({ settings, sides, view, isCurrent, isFocusMissing }),
        ]}
      />
      {!isEmpty && <ComparedCostLine compared={costs} states={states} />}
      {isEmpty && empty}
      {areFunctionsFirst
        ? functions
        : hasFunctions && <ChangedLine {...{ group, view, sides, settings }} onChange={onShow} />}
      {!isEmpty && picture && view && (
        <ComparedGraph
          {...{ group, view, picture, states, settings, onChange, stepRef, field, drawnRef, onMatches }}
          {...{ prefetch, zoomedOptions }}
          width={px}
          isPlaceholder={query.isPlaceholderData}
          sideLines={[
            `Baseline: ${baseline.group}, ${formatSpan(baseline.span, zone)}, ${formatSamples(view.samples.baseline)}`,
            `Comparison: ${group}, ${formatSpan(comparison.span, zone)}, ${formatSamples(view.samples.comparison)}`,
          ]}
        />
      )}
      {!view && !query.error && <PanelSkeleton height={GRAPH_PX} label="Comparing the profiles" />}
      {!areFunctionsFirst && functions}
    </>
  );
}
