'use client';

import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type ScheduledRun, scheduledRuns } from '@/lib/canary/attempts';
import { durationTicks } from '@/lib/canary/duration-axis';
import { attemptOutcome, OUTCOME_LABELS, variantLabel } from '@/lib/canary/labels';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import type { Gap } from '@/lib/canary/timeline';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { runStep } from './run-step';
import classes from './run-timeline.module.css';
import { durationWords, RunTooltip } from './run-tooltip';
import { TimelineAxes } from './timeline-axes';
import { type Bar, layOut, nearestBar, shownMs, xOf } from './timeline-layout';
import { TimelinePicture } from './timeline-picture';
import { useDragSpan } from './use-drag-span';

const HEIGHT = 160;
const TOP = 22;
const BOTTOM = 24;
const LEFT = 56;
const RIGHT = 4;
const REACH_PX = 14;

/** Pixels of the whole timeline, for what stands in its place while it loads or when it is empty. */
export const TIMELINE_HEIGHT = TOP + HEIGHT + BOTTOM;

type RunTimelineProps = {
  loaded: LoadedRuns;
  gaps: readonly Gap[];
  span: Span;
  zone: string;
  now: number;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
  /** A part of the span was drawn over with the pointer. */
  onZoom: (span: Span) => void;
};

/** Every attempt a bar: as high as it was long, retries beside their first attempt, gaps hatched. */
export function RunTimeline(props: RunTimelineProps) {
  const { loaded, gaps, span, zone, now, selectedId, onSelect, onZoom } = props;
  const { ref, width: outer } = useElementSize();
  const [pointedId, setPointedId] = useState<string>();
  const width = Math.max(0, outer - LEFT - RIGHT);
  const { layout, topMs } = useMemo(() => {
    const shown = scheduledRuns(loaded.runs)
      .filter(({ started }) => started >= span.from && started < span.to)
      .reverse();
    const longest = longestMs(shown, now);
    const top = durationTicks(longest, 4).at(-1)?.ms ?? 1;
    return { layout: layOut(shown, { span, width, height: HEIGHT, longestMs: top, now }), topMs: top };
  }, [loaded, span, width, now]);
  const { bars } = layout;
  const runs = useMemo(() => bars.map(({ run }) => run), [bars]);
  const barOf = (id: string | null | undefined) => bars.find(({ run }) => run.id === id);
  const selected = barOf(selectedId);
  const pointed = barOf(pointedId);
  const current = pointed ?? selected;
  const drag = useDragSpan({ span, width, left: LEFT, onZoom });

  const pointAt = (x: number) => nearestBar(bars, x, REACH_PX);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (current) onSelect(current.run);
      return;
    }
    const next = runStep(runs, current?.run.id, event.key);
    if (!next) return;
    event.preventDefault();
    setPointedId(next.id);
    if (selectedId) onSelect(next);
  };

  return (
    <div
      ref={ref}
      className={classes.timeline}
      role="slider"
      tabIndex={0}
      aria-label="Runs in time. Arrow keys go from run to run, Enter opens one. The table below lists them."
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, bars.length)}
      aria-valuenow={current ? bars.indexOf(current) + 1 : Math.max(1, bars.length)}
      aria-valuetext={current ? barWords(current, zone, now) : `${bars.length} runs`}
      style={{ height: TIMELINE_HEIGHT }}
      onKeyDown={onKeyDown}
      onBlur={() => setPointedId(undefined)}
      onPointerDown={drag.onPointerDown}
      onPointerMove={(event) => {
        drag.onPointerMove(event);
        setPointedId(drag.placed ? undefined : pointAt(drag.xOfEvent(event))?.run.id);
      }}
      onPointerUp={(event) => {
        const hit = drag.onPointerUp() ? undefined : pointAt(drag.xOfEvent(event));
        if (hit) onSelect(hit.run);
      }}
      onPointerLeave={() => setPointedId(undefined)}
      onPointerCancel={drag.cancel}
    >
      {width > 0 && (
        <svg width={outer} height={TIMELINE_HEIGHT} aria-hidden className={classes.picture}>
          <g transform={`translate(${LEFT} ${TOP})`}>
            <TimelineAxes
              span={span}
              zone={zone}
              width={width}
              height={HEIGHT}
              topMs={bars.length > 0 ? topMs : undefined}
            />
            <Highlight bar={selected} kind="selected" />
            <Highlight bar={pointed} kind="pointed" />
            <TimelinePicture
              layout={layout}
              gaps={gaps}
              span={span}
              loadedFrom={loaded.from}
              width={width}
              height={HEIGHT}
            />
            {now > span.from && now < span.to && (
              <line
                x1={xOf(now, { span, width })}
                x2={xOf(now, { span, width })}
                y2={HEIGHT}
                className={classes.now}
              />
            )}
            {drag.placed && (
              <rect x={drag.placed.x} width={drag.placed.width} height={HEIGHT} className={classes.drag} />
            )}
          </g>
        </svg>
      )}
      {pointed && <RunTooltip run={pointed.run} zone={zone} now={now} x={LEFT + pointed.x} within={outer} />}
    </div>
  );
}

const longestMs = (scheduled: readonly ScheduledRun[], now: number) =>
  scheduled.reduce((most, { attempts }) => Math.max(most, ...attempts.map((run) => shownMs(run, now))), 0);

function Highlight({ bar, kind }: { bar: Bar | undefined; kind: 'selected' | 'pointed' }) {
  if (!bar) return null;
  return (
    <rect
      data-kind={kind}
      className={classes.highlight}
      x={bar.x - 3}
      width={bar.width + 6}
      y={-TOP}
      height={HEIGHT + TOP}
    />
  );
}

const barWords = ({ run }: Bar, zone: string, now: number) =>
  [
    formatInstant(run.started, zone, 'second'),
    OUTCOME_LABELS[attemptOutcome(run)],
    durationWords(run, now),
    variantLabel(run),
    run.stateReason,
  ]
    .filter(Boolean)
    .join(', ');
