'use client';

import { useElementSize } from '@mantine/hooks';
import { keyedPart } from '@/components/panel/keyed-part';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import type { SampleBars } from '@/lib/profile/range/sample-bars';
import { formatSpan, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import { AnomalyMarks } from './anomaly-marks';
import { barText } from './bar-text';
import { StripBars } from './strip-bars';
import classes from './strip-picture.module.css';
import { type Anomalies, marksIn } from './use-anomalies';
import { useStripSelection } from './use-strip-selection';

type StripPictureProps = {
  /** Time that the picture covers. */
  shown: Span;
  /** The page's range. */
  span: Span;
  samples: SampleBars;
  /** Samples at the top; by default those of the highest bar. */
  max?: number;
  group: string;
  anomalies: Anomalies;
  /** Milliseconds that each profile covers. */
  length: number;
  zone: string;
  label: string;
  /** How long its time is before that of the page, milliseconds. */
  shift?: number;
  onPick(span: Span): void;
};

const MAX_TICKS = 6;
/** Estimated width of a tick's label, and of a letter of the zone's. */
const LABEL_PX = 52;
const LETTER_PX = 8;

/**
 * The samples of existing profiles on a time axis, with the range framed and anomalies marked. Click a profile, or drag over
 * several; keys do both.
 */
export function StripPicture(props: StripPictureProps) {
  const { shown, span, samples, max = samples.max, group, anomalies, length, zone, label, onPick } = props;
  const axis = { span: shown, shift: props.shift ?? 0 };
  const marks = marksIn(anomalies, shown);
  const { bars } = samples;
  const { ref, width } = useElementSize();
  const starts = bars.map(({ start }) => start);
  const barsIn = (of: Span) => barText(bars.filter((bar) => bar.start >= of.from && bar.start < of.to));
  const selection = useStripSelection({ axis, starts, length, span, noteOf: barsIn, onPick });
  const zoneText = zoneLabel(zone, shown.to);
  const left = (instant: number) => (instant - shown.from) / (shown.to - shown.from);
  const roomForLabels = width - LABEL_PX - zoneText.length * LETTER_PX;
  const shownSpan = selection.selected ?? selection.hovered;
  const start = starts[selection.index];
  const keyed = selection.selected ?? (start === undefined ? undefined : { from: start, to: start + length });
  const textOf = (of: Span) => `${formatSpan(of, zone)}, ${barsIn(of)}`;
  const valueAt = (at: number) =>
    barText(bars.filter((bar) => bar.start <= at && at < bar.start + length).slice(-1));
  const slider = {
    ...keyedPart('strip'),
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 1,
    'aria-valuemax': starts.length,
    'aria-valuenow': selection.index + 1,
    'aria-valuetext': keyed && textOf(keyed),
    title: 'Click a profile or drag over several. Keys: arrows, Shift and arrows, Enter',
    onKeyDown: selection.onKeyDown,
    onBlur: selection.onBlur,
    ...selection.pointer,
  };

  return (
    <div>
      {/* Rows of their own, so that neither text hides a bar or a mark. */}
      <div className={classes.row}>
        {max > 0 && <span className={classes.max}>{formatSamples(max)}</span>}
        {shownSpan && <span className={classes.caption}>{textOf(shownSpan)}</span>}
      </div>
      <div className={classes.row}>
        <AnomalyMarks {...{ group, anomalies, marks, shown, width, zone, onPick }} />
      </div>
      <div
        className={classes.bars}
        data-pickable={selection.hovered !== undefined || undefined}
        {...(starts.length > 0 ? slider : { role: 'img', 'aria-label': label })}
      >
        <StripBars
          {...{ bars, length, max, marks, shown, span }}
          hovered={shownSpan}
          selected={selection.selected}
        />
        {/* The caption has the time and the value under the pointer. */}
        <PlotOverlay axis={axis} valueAt={selection.hovered ? undefined : valueAt} texts="value" />
      </div>
      <div ref={ref} className={classes.axis} aria-hidden>
        {timeTicks(shown, zone, MAX_TICKS)
          .filter(({ at }) => left(at) * width <= roomForLabels)
          .map(({ at, label: text }) => (
            <span key={at} className={classes.tick} style={{ left: `${(left(at) * 100).toFixed(3)}%` }}>
              {text}
            </span>
          ))}
        <span className={classes.zone}>{zoneText}</span>
      </div>
    </div>
  );
}
