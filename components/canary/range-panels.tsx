'use client';

import { useRange } from '@/components/range/use-range';
import type { Gap } from '@/lib/canary/gaps/gap';
import type { Incident } from '@/lib/canary/health/incidents';
import { isSpanKnown } from '@/lib/canary/known';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { viewAround, viewText } from '@/lib/canary/plot/view';
import type { Canary, CanaryRun, RunsRequest } from '@/lib/canary/run';
import type { CanaryChoice } from './canary-choice';
import { IncidentItems } from './export/incident-items';
import { FailuresPanel } from './health/failures-panel';
import { IncidentsPanel } from './health/incidents-panel';
import { ObjectivePanel } from './health/objective-panel';
import { RunListPanel } from './run-list-panel';
import { goToTimeline } from './timeline/go-to-timeline';

type RangePanelsProps = {
  request: RunsRequest;
  canary: Canary | undefined;
  loaded: LoadedRuns;
  measured: LoadedRuns;
  /** The runs of the list, newest first. */
  listed: readonly CanaryRun[];
  incidents: readonly Incident[];
  gaps: readonly Gap[];
  choice: CanaryChoice;
  onChange: (change: Partial<CanaryChoice>, history: 'push' | 'replace') => void;
  onSelect: (run: CanaryRun) => void;
};

/** The panels below the timeline. Incidents and objectives are of scheduled runs, not of dry runs. */
export function RangePanels(props: RangePanelsProps) {
  const { request, canary, loaded, measured, listed, incidents, gaps, choice, onChange, onSelect } = props;
  const { span, now } = useRange();
  const scheduled = choice.runType === 'CANARY_RUN' ? canary : undefined;
  const saved = { place: choice, isComplete: isSpanKnown(loaded, scheduled, { span, now }) };
  return (
    <>
      {scheduled && (
        <IncidentsPanel
          incidents={incidents}
          gaps={gaps}
          isComplete={loaded.from <= span.from}
          failingAfter={choice.failingAfter}
          onFailingAfter={(failingAfter) => onChange({ failingAfter }, 'push')}
          onSelect={onSelect}
          onShow={(silence) => {
            onChange({ view: viewText(viewAround(silence, span)) }, 'push');
            goToTimeline();
          }}
          menu={
            <IncidentItems
              name={request.name}
              incidents={incidents}
              failingAfter={choice.failingAfter}
              {...saved}
            />
          }
        />
      )}
      <RunListPanel
        request={request}
        saved={saved}
        loaded={loaded}
        runs={listed}
        filter={choice.show}
        onFilter={(show) => onChange({ show, page: 1 }, 'push')}
        page={choice.page}
        onPage={(page) => onChange({ page }, 'replace')}
        selectedId={choice.run}
        onSelect={onSelect}
      />
      <FailuresPanel canary={scheduled} measured={measured} onSelect={onSelect} />
      {scheduled && (
        <ObjectivePanel
          canary={scheduled}
          measured={measured}
          choice={choice}
          onChoice={(change) => onChange(change, 'push')}
        />
      )}
    </>
  );
}
