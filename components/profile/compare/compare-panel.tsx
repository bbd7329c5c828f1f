'use client';

import { useRef, useState } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { SeparateTask } from '@/components/panel/separate-task';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { isNotFound } from '@/lib/answer/problem';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import type { StateSamples } from '@/lib/profile/tree/states';
import { chosenStates, sortStates } from '@/lib/profile/tree/states';
import { formatSpan } from '@/lib/time/format';
import { inspectedChange } from '../actions/frame-actions';
import { comparedDeeperText } from '../frame-text/deeper-text';
import { formatSamples } from '../frame-text/format-samples';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { usePx } from '../graph/element-width';
import { GRAPH_PX } from '../graph/graph-size';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { profileRequest } from '../request/profile-request';
import { useSearchField } from '../request/search-field';
import { ProfileMenuItems } from '../save/profile-menu-items';
import { DeeperNote } from '../settings/deeper-note';
import { type GraphPanelProps, PANEL_TITLES } from '../settings/graph-panel';
import { HiddenFunctions } from '../settings/hidden-functions';
import { MissingStates } from '../settings/missing-states';
import { ProfileToolbar } from '../settings/profile-toolbar';
import { useProfileSettings } from '../settings/use-profile-settings';
import { useRequestGraph } from '../show/use-show-graph';
import { ChangedLine } from '../summary/changed-line';
import { ComparedGraph } from './compared-graph';
import { comparedResult, comparisonWarnings, hasBothSides } from './comparison-text';
import { MostChanged } from './most-changed';
import { NoComparison } from './no-comparison';
import { SidesSection } from './sides-section';
import { useComparison } from './use-comparison';
import { useSides } from './use-sides';

/** Two profiles: the strips of both sides, the graph of their differences, and the functions that changed most. */
export function ComparePanel({ group, width, viewFocusRef, showRequestRef }: GraphPanelProps) {
  const px = usePx(width);
  const [settings, onChange] = useProfileSettings();
  const field = useSearchField(settings.search);
  const { zone, now } = useRange();
  const stepRef = useRef<StepToMatch>(undefined);
  const drawnRef = useRef<DrawnGraphs>(undefined);
  const sides = useSides(group, settings);
  const [baseline, comparison] = [sides.baseline.requested, sides.comparison.requested];
  const request = profileRequest(group, comparison.span, { ...settings, latest: null });
  const { query, view, picture, isSearching, isFocusMissing, prefetch, zoomedOptions } = useComparison(
    request,
    { group: baseline.group, startTime: baseline.span.from, endTime: baseline.span.to },
    settings,
    px,
  );
  // The states stay in the toolbar when the next comparison fails.
  const [occurring, setOccurring] = useState<readonly StateSamples[]>([]);
  if (view && view.occurring !== occurring) setOccurring(view.occurring);
  const states = sortStates(
    chosenStates(
      settings.data ?? undefined,
      occurring.map(({ state }) => state),
    ),
  );
  const [drawnMatches, onMatches] = useState<DrawnMatches>();
  const onShow = useRequestGraph(showRequestRef, onChange);
  const retry = () => void query.refetch();
  const isEmpty = isNotFound(query.error);
  const isCurrent = view !== undefined && !query.isPlaceholderData;
  const title = PANEL_TITLES.compare;
  const deeper = view?.deeper && comparedDeeperText(view.deeper, view.unit);
  return (
    <Panel
      title={title}
      id="flame-graph"
      figure={states.length > 0 ? states.join(', ') : undefined}
      menu={
        <ProfileMenuItems
          {...{ title, request, settings, now, zone, states, drawnRef, deeper }}
          requested={comparison.span}
          span={comparison.span}
        />
      }
    >
      <div ref={width.ref}>
        <SeparateTask>
          <ProfileToolbar
            {...{ group, settings, onChange, occurring, field, stepRef, viewFocusRef }}
            searchResult={comparedResult({ view, isSearching }, settings.search, drawnMatches)}
          />
        </SeparateTask>
        <div aria-busy={query.isFetching}>
          <SidesSection
            {...{ sides, settings, onChange }}
            samples={isCurrent ? view.samples : undefined}
            states={occurring.length > 0 ? states : undefined}
            isReady={view !== undefined || isEmpty}
          />
          <HiddenFunctions {...{ settings, onChange }} known={view} />
          <MissingStates
            {...{ data: settings.data, onChange }}
            occurring={view && occurring}
            subject="Both sides have"
          />
          {deeper !== undefined && <DeeperNote text={deeper} onChange={onChange} />}
          {query.error && !isEmpty && <ProblemNotice error={query.error} onRetry={retry} />}
          <Warnings
            warnings={[
              ...(query.data?.warnings ?? []),
              ...comparisonWarnings({ settings, sides, view, isCurrent, isFocusMissing }),
            ]}
          />
          {isEmpty && <NoComparison {...{ isEmpty, onChange }} />}
          {!isEmpty && view && hasBothSides(view) && (
            <ChangedLine {...{ group, view, sides, settings }} onChange={onShow} />
          )}
          {!isEmpty && picture && view && (
            <ComparedGraph
              {...{
                group,
                view,
                picture,
                states,
                settings,
                onChange,
                stepRef,
                field,
                drawnRef,
                onMatches,
                prefetch,
                zoomedOptions,
              }}
              width={px}
              isPlaceholder={query.isPlaceholderData}
              sideLines={[
                `Baseline: ${baseline.group}, ${formatSpan(baseline.span, zone)}, ${formatSamples(view.samples.baseline)}`,
                `Comparison: ${group}, ${formatSpan(comparison.span, zone)}, ${formatSamples(view.samples.comparison)}`,
              ]}
            />
          )}
          {!view && !query.error && <PanelSkeleton height={GRAPH_PX} label="Comparing the profiles" />}
          {!isEmpty && view && hasBothSides(view) && (
            <MostChanged
              view={view}
              settings={settings}
              onChange={(change) => void onChange(change, 'replace')}
              onInspect={(name) => void onShow(inspectedChange(name))}
            />
          )}
        </div>
      </div>
    </Panel>
  );
}
