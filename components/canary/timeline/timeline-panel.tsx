'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { scheduledRuns } from '@/lib/canary/attempts';
import { countedRuns } from '@/lib/canary/availability';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { plotRuns } from '@/lib/canary/plot/plot-runs';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import type { RunPlace } from '@/lib/canary/run-places';
import { startedIn } from '@/lib/canary/started-in';
import type { Span } from '@/lib/time/range';
import { RunTimeline } from './run-timeline';
import type { TimelineChoice } from './timeline-choice';
import type { TimelineView } from './use-timeline-view';
import { VariantRows } from './variant-rows';

type TimelinePanelProps = {
  canary: Canary | undefined;
  loaded: LoadedRuns;
  /** Without the runs of maintenance windows. */
  measured: LoadedRuns;
  /** All runs from here on are loaded and kept, epoch milliseconds. */
  knownFrom: number;
  gaps: readonly Span[];
  outages: readonly Span[];
  choice: TimelineChoice;
  timeline: TimelineView;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
  onPlace: (place: RunPlace) => void;
};

/** The timeline of the runs of the range and, on request, a row for each location and browser. */
export function TimelinePanel(props: TimelinePanelProps) {
  const {
    canary,
    loaded,
    measured,
    knownFrom,
    gaps,
    outages,
    choice,
    timeline,
    selectedId,
    onSelect,
    onPlace,
  } = props;
  const { span, now } = useRange();
  const scheduled = useMemo(() => scheduledRuns(loaded.runs).filter(startedIn(span)), [loaded.runs, span]);
  const plot = useMemo(() => plotRuns(scheduled, now, canary), [scheduled, now, canary]);
  const hasPlaces = choice.rows === 'places';
  const counted = useMemo(
    () => (hasPlaces ? countedRuns(scheduledRuns(measured.runs), span, knownFrom) : []),
    [hasPlaces, measured.runs, span, knownFrom],
  );
  return (
    <>
      <RunTimeline
        plot={plot}
        loadedFrom={loaded.from}
        gaps={gaps}
        outages={outages}
        scaleKind={choice.scale}
        timeline={timeline}
        selectedId={selectedId}
        onSelect={onSelect}
      />
      {hasPlaces && (
        <VariantRows
          scheduled={scheduled}
          counted={counted}
          view={timeline.view}
          now={now}
          onPlace={onPlace}
          onPick={timeline.pick}
        />
      )}
    </>
  );
}
