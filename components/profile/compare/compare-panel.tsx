'use client';

import { Panel } from '@/components/panel/panel';
import { SeparateTask } from '@/components/panel/separate-task';
import { useRange } from '@/components/range/use-range';
import { ProfileMenuItems } from '../save/profile-menu-items';
import { type GraphPanelProps, PANEL_TITLES } from '../settings/graph-panel';
import { ProfileToolbar } from '../settings/profile-toolbar';
import { useProfileSettings } from '../settings/use-profile-settings';
import { useRequestGraph } from '../show/use-show-graph';
import { ComparedResult } from './compared-result';
import { comparedResult } from './comparison-text';
import { NoComparison } from './no-comparison';
import { SidesSection } from './sides-section';
import { useComparePanel } from './use-compare-panel';

/** Two profiles: the strips of both sides, the graph of their differences, and the functions that changed most. */
export function ComparePanel({ group, width, viewFocusRef, showRequestRef }: GraphPanelProps) {
  const [settings, onChange] = useProfileSettings();
  const { zone, now } = useRange();
  const compared = useComparePanel(group, settings, width);
  const { field, stepRef, drawnRef, sides, request, occurring, states, deeper } = compared;
  const { query, view, isSearching, isEmpty, isCurrent, drawnMatches } = compared;
  const comparison = sides.comparison.requested;
  const onShow = useRequestGraph(showRequestRef, onChange);
  const title = PANEL_TITLES.compare;
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
            samples={isCurrent ? view?.samples : undefined}
            states={occurring.length > 0 ? states : undefined}
            isReady={view !== undefined || isEmpty}
          />
          <ComparedResult
            {...{ compared, onChange, onShow }}
            empty={<NoComparison isEmpty onChange={onChange} />}
          />
        </div>
      </div>
    </Panel>
  );
}
