'use client';

import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import { type ScheduledRun, scheduledRuns } from '@/lib/canary/attempts';
import { durationTicks } from '@/lib/canary/duration-axis';
import { durationText, elapsedMs } from '@/lib/canary/durations';
import type { Gap } from '@/lib/canary/gaps/gap';
import { runStateLabel, variantLabel } from '@/lib/canary/labels';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import { runStep } from './run/run-step';
import classes from './run-timeline.module.css';
import { RunTooltip } from './run-tooltip';
import { TimelineAxes } from './timeline-axes';
import { type Bar, layOut, nearestBar, xOf } from './timeline-layout';
import { TimelinePicture } from './timeline-picture';
import { useDragSpan } from './use-drag-span';

const HEIGHT = 160;
const TOP = 22;
const BOTTOM = 24;
const LEFT = 56;
const RIGHT = 4;
const REACH_PX = 14;

/** Height of the whole timeline in pixels, for its placeholders. */
export const TIMELINE_HEIGHT = TOP + HEIGHT + BOTTOM;

type RunTimelineProps = {
  loaded: LoadedRuns;
  gaps: readonly Gap[];
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
};

/** One bar per attempt, as high as its duration, with retries next to their first attempt and gaps hatched. */
export function RunTimeline({ loaded, gaps, selectedId, onSelect }: RunTimelineProps) {
  const { span, zone, now, setRange } = useRange();
  const { ref, width: outerWidth } = useElementSize();
  const [pointedId, setPointedId] = useState<string>();
  const width = Math.max(0, outerWidth - LEFT - RIGHT);
  const { layout, topMs } = useMemo(() => {
    const shown = scheduledRuns(loaded.runs)
      .filter(({ started }) => started >= span.from && started < span.to)
      .reverse();
    const top = durationTicks(maxDurationMs(shown, now), 4).at(-1)?.ms ?? 1;
    return { layout: layOut(shown, { span, width, height: HEIGHT, maxMs: top, now }), topMs: top };
  }, [loaded, span, width, now]);
  const { bars } = layout;
  const runs = useMemo(() => bars.map(({ run }) => run), [bars]);
  const barOf = (id: string | null | undefined) => bars.find(({ run }) => run.id === id);
  const selected = barOf(selectedId);
  const pointed = barOf(pointedId);
  const current = pointed ?? selected;
  const drag = useDragSpan({ span, width, left: LEFT, onZoom: (part) => setRange(absoluteRange(part)) });

  const pointAt = (x: number) => nearestBar(bars, x, REACH_PX);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (current) onSelect(current.run);
      return;
    }
    const next = runStep(runs, current?.run, event.key);
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
      aria-label="Run timeline. Arrow keys move between runs, Enter opens a run. The table below lists them."
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, bars.length)}
      aria-valuenow={current ? bars.indexOf(current) + 1 : Math.max(1, bars.length)}
      aria-valuetext={current ? barText(current, zone, now) : `${bars.length} runs`}
      style={{ height: TIMELINE_HEIGHT }}
      onKeyDown={onKeyDown}
      onBlur={() => setPointedId(undefined)}
      onPointerDown={drag.onPointerDown}
      onPointerMove={(event) => {
        drag.onPointerMove(event);
        setPointedId(drag.selection ? undefined : pointAt(drag.xOfEvent(event))?.run.id);
      }}
      onPointerUp={(event) => {
        const hit = drag.onPointerUp() ? undefined : pointAt(drag.xOfEvent(event));
        if (hit) onSelect(hit.run);
      }}
      onPointerLeave={() => setPointedId(undefined)}
      onPointerCancel={drag.cancel}
    >
      {width > 0 && (
        <svg width={outerWidth} height={TIMELINE_HEIGHT} aria-hidden className={classes.picture}>
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
            {drag.selection && (
              <rect
                x={drag.selection.x}
                width={drag.selection.width}
                height={HEIGHT}
                className={classes.drag}
              />
            )}
          </g>
        </svg>
      )}
      {pointed && (
        <RunTooltip run={pointed.run} zone={zone} now={now} x={LEFT + pointed.x} within={outerWidth} />
      )}
    </div>
  );
}

const maxDurationMs = (scheduled: readonly ScheduledRun[], now: number) =>
  scheduled.reduce((max, { attempts }) => Math.max(max, ...attempts.map((run) => elapsedMs(run, now))), 0);

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

const barText = ({ run }: Bar, zone: string, now: number) =>
  [
    formatInstant(run.started, zone, 'second'),
    runStateLabel(run),
    durationText(run, now),
    variantLabel(run),
    reasonLine(run.stateReason),
  ]
    .filter(Boolean)
    .join(', ');
