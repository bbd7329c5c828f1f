'use client';

import { useMergedRef } from '@mantine/hooks';
import { type PointerEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { useIsHydrating } from '@/components/panel/use-is-hydrating';
import { useWidth } from '@/components/panel/use-width';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import { usePlotPointer } from '@/components/range/plot/use-plot-pointer';
import { useRange } from '@/components/range/use-range';
import { OUTCOME_LABELS } from '@/lib/canary/labels';
import { barRunsText, placesTogether } from '@/lib/canary/plot/bar-runs-text';
import { durationScale, type ScaleKind } from '@/lib/canary/plot/duration-scale';
import { type PlotRuns, placesIn } from '@/lib/canary/plot/plot-runs';
import { LEFT, PICTURE_HEIGHT, PLOT_HEIGHT, RIGHT, TIMELINE_HEIGHT } from '@/lib/canary/plot/plot-size';
import { barNear, type RunBar, runBars } from '@/lib/canary/plot/run-bars';
import { stretchedPlot } from '@/lib/canary/plot/stretched-plot';
import { panView, viewWith, zoomView } from '@/lib/canary/plot/view';
import type { CanaryRun } from '@/lib/canary/run';
import { formatClock } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { useRunLimits } from '../run-limits';
import { barText } from './bar-text';
import { Minimap } from './minimap';
import classes from './run-timeline.module.css';
import { RunTooltip } from './run-tooltip';
import { StretchedPicture } from './stretched-picture';
import { TimelineDrawing } from './timeline-drawing';
import { timelineKey } from './timeline-key';
import { TimelineLegend } from './timeline-legend';
import type { TimelineView } from './use-timeline-view';
import { useWheel } from './use-wheel';

const REACH_PX = 14;

type RunTimelineProps = {
  /** The runs of the range. */
  plot: PlotRuns;
  loadedFrom: number;
  gaps: readonly Span[];
  /** Times in which the canary failed. */
  outages: readonly Span[];
  scaleKind: ScaleKind;
  timeline: TimelineView;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
};

/** One bar a scheduled run at its true start, as high as its first attempt took, with its retries below; and the whole range below that. */
export function RunTimeline(props: RunTimelineProps) {
  const { plot, loadedFrom, gaps, outages, scaleKind, timeline, selectedId, onSelect } = props;
  const { span: range, zone, now } = useRange();
  const limits = useRunLimits();
  const { view } = timeline;
  const { ref, width: outerWidth } = useWidth();
  const element = useRef<HTMLDivElement>(null);
  const [pointedAt, setPointedAt] = useState<number>();
  const isHydrating = useIsHydrating();
  const width = Math.max(0, outerWidth - LEFT - RIGHT);
  const scale = useMemo(() => durationScale(plot.duration, scaleKind), [plot, scaleKind]);
  const bars = useMemo(
    () => (width > 0 ? runBars(plot, { span: view, width, height: PLOT_HEIGHT, scale }) : []),
    [plot, view, width, scale],
  );
  const stretched =
    width === 0 && isHydrating ? stretchedPlot(plot, { view, scale, gaps, outages, loadedFrom }) : undefined;
  // Where the keys go on from when the open run was closed.
  const [lastId, setLastId] = useState(selectedId);
  if (selectedId !== null && selectedId !== lastId) setLastId(selectedId);
  const lastAt = useMemo(
    () => plot.scheduled.findIndex(({ attempts }) => attempts.some(({ id }) => id === lastId)),
    [plot, lastId],
  );
  const selectedAt = selectedId === null ? -1 : lastAt;
  const showSelected = useEffectEvent((started: number) => {
    const shown = viewWith(started, view, range);
    if (shown !== view) timeline.move(shown);
  });
  const linkedId = useRef(selectedId);
  const selectedStart = plot.scheduled[selectedAt]?.started;
  useEffect(() => {
    if (selectedStart !== undefined && selectedId !== linkedId.current) showSelected(selectedStart);
    linkedId.current = selectedId;
  }, [selectedId, selectedStart]);
  const x = (at: number) => ((at - view.from) / (view.to - view.from)) * width;
  const axis = { span: view, left: LEFT, right: RIGHT };
  const barAt = ({ currentTarget, clientX }: PointerEvent) =>
    barNear(bars, clientX - currentTarget.getBoundingClientRect().left - LEFT, REACH_PX)?.at;
  const pointer = usePlotPointer(axis, {
    onPick: timeline.pick,
    onPoint: (event) => setPointedAt(barAt(event)),
    onAway: () => setPointedAt(undefined),
    onClick(event) {
      const at = barAt(event);
      open(at);
      return at !== undefined;
    },
  });
  useWheel(element, ({ x: pointer, zoom, pan }) => {
    const around = view.from + ((pointer - LEFT) / Math.max(1, width)) * (view.to - view.from);
    timeline.move(panView(zoomView(view, range, 2 ** (zoom / 240), around), range, pan / Math.max(1, width)));
  });
  const open = (at: number | undefined) => {
    const run = plot.scheduled[at ?? -1]?.attempts.at(-1);
    if (run) onSelect(run);
  };
  const currentAt = pointedAt ?? (lastAt === -1 ? undefined : lastAt);
  const pointed = pointedAt === undefined ? undefined : plot.scheduled[pointedAt];
  const currentBar = bars.find((bar) => isOf(bar, currentAt));
  const together = currentAt === undefined ? '' : barRunsText(plot, runsAround(plot, currentBar, currentAt));
  const { first, end } = placesIn(plot, view);
  const runTextAt = (instant: number) => {
    const run = plot.scheduled[placesIn(plot, { from: instant, to: instant + 1 }).end - 1];
    return run && `${OUTCOME_LABELS[run.outcome]}, ${formatClock(run.started, zone, 'second')}`;
  };

  return (
    <div ref={useMergedRef(ref, element)}>
      <div
        className={classes.timeline}
        role="slider"
        {...keyedPart('run timeline')}
        tabIndex={0}
        aria-label="Run timeline. Arrow keys move between runs, Enter opens a run, plus and minus zoom, Shift and Enter make the visible part the range. The table below lists them."
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, plot.scheduled.length)}
        aria-valuenow={(currentAt ?? Math.max(0, plot.scheduled.length - 1)) + 1}
        aria-valuetext={barText(
          plot.scheduled[currentAt ?? -1],
          { inView: end - first, together },
          zone,
          now,
          limits,
        )}
        style={{ height: PICTURE_HEIGHT }}
        onKeyDown={(event) => {
          const action = timelineKey(event, { view, range, at: currentAt, plot });
          if (!action) return;
          event.preventDefault();
          if ('view' in action) timeline.move(action.view);
          else if ('pick' in action) timeline.pick(view);
          else if ('open' in action) open(currentAt);
          else {
            setPointedAt(action.at);
            if (action.follow) timeline.move(action.follow);
            if (selectedId) open(action.at);
          }
        }}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) setPointedAt(currentAt);
        }}
        onBlur={() => setPointedAt(undefined)}
        {...pointer}
      >
        {width > 0 ? (
          <TimelineDrawing
            {...{ bars, gaps, outages, loadedFrom, view, zone, now, width, outerWidth, scale, x }}
            selected={plot.scheduled[selectedAt]}
            pointed={pointed}
          />
        ) : (
          stretched && <StretchedPicture plot={stretched} />
        )}
        {/* The tooltip has the run under the pointer. */}
        <PlotOverlay axis={axis} valueAt={pointed ? undefined : runTextAt} />
        {pointed && (
          <RunTooltip
            scheduled={pointed}
            together={together}
            isWorst={currentBar?.at === pointedAt && (currentBar?.share ?? 1) < 1}
            isCut={(plot.duration[pointedAt ?? -1] ?? 0) > scale.topMs}
            zone={zone}
            now={now}
            x={LEFT + x(pointed.started)}
            within={outerWidth}
          />
        )}
      </div>
      <div className={classes.minimap} style={{ height: TIMELINE_HEIGHT - PICTURE_HEIGHT }}>
        {width > 0 && (
          <Minimap
            plot={plot}
            range={range}
            view={view}
            width={width}
            onMove={timeline.move}
            onEnd={() => timeline.move(view)}
          />
        )}
      </div>
      <TimelineLegend scale={scale} hasShares={stretched?.hasShares ?? bars.some(({ share }) => share < 1)} />
    </div>
  );
}

const isOf = ({ first, count }: RunBar, at: number | undefined) =>
  at !== undefined && at >= first && at < first + count;

/** The runs of a bar or, if it is of one alone, those that started together with that. */
const runsAround = (plot: PlotRuns, bar: RunBar | undefined, at: number) =>
  bar && bar.count > 1 ? { first: bar.first, end: bar.first + bar.count } : placesTogether(plot, at);
