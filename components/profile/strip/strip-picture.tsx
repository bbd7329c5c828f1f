'use client';

import { useElementSize } from '@mantine/hooks';
import { formatSpan, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './strip-picture.module.css';
import { useStripSelection } from './use-strip-selection';

type StripPictureProps = {
  /** Time that the picture covers. */
  shown: Span;
  /** The page's range. */
  span: Span;
  /** Starts of existing profiles, oldest first. */
  starts: readonly number[];
  /** Milliseconds that each profile covers. */
  length: number;
  zone: string;
  label: string;
  onPick(span: Span): void;
};

const BAR_PX = 24;
/** Width of the picture in its own units. */
const WIDTH = 10_000;
const MAX_TICKS = 6;
/** Estimated width of a tick's label, and of a letter of the zone's. */
const LABEL_PX = 52;
const LETTER_PX = 8;

/** Existing profiles as bars on a time axis, with the range framed. Click one, or drag over several; keys do both. */
export function StripPicture({ shown, span, starts, length, zone, label, onPick }: StripPictureProps) {
  const { ref, width } = useElementSize();
  const selection = useStripSelection({ shown, starts, length, span, onPick });
  const zoneText = zoneLabel(zone, shown.to);
  const share = (instant: number) =>
    Math.min(1, Math.max(0, (instant - shown.from) / (shown.to - shown.from)));
  const box = ({ from, to }: Span) => ({
    x: share(from) * WIDTH,
    width: (share(to) - share(from)) * WIDTH,
  });
  const roomForLabels = width - LABEL_PX - zoneText.length * LETTER_PX;
  const shownSpan = selection.selected ?? selection.hovered;
  const start = starts[selection.index];
  const keyed = selection.selected ?? (start === undefined ? undefined : { from: start, to: start + length });
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 1,
    'aria-valuemax': starts.length,
    'aria-valuenow': selection.index + 1,
    'aria-valuetext': keyed && formatSpan(keyed, zone),
    title: 'Click a profile or drag over several. Keys: arrows, Shift and arrows, Enter',
    onKeyDown: selection.onKeyDown,
    onBlur: selection.onBlur,
    ...selection.pointer,
  };

  return (
    <div className={classes.strip}>
      <div
        className={classes.bars}
        data-pickable={selection.hovered !== undefined || undefined}
        {...(starts.length > 0 ? slider : { role: 'img', 'aria-label': label })}
      >
        <svg
          className={classes.picture}
          aria-hidden
          height={BAR_PX}
          viewBox={`0 0 ${WIDTH} ${BAR_PX}`}
          preserveAspectRatio="none"
        >
          <rect className={classes.ground} width={WIDTH} height={BAR_PX} />
          <path
            className={classes.profile}
            d={starts.map((at) => barPath(box({ from: at, to: at + length }))).join('')}
          />
          {shownSpan && <rect className={classes.hovered} {...box(shownSpan)} y={2} height={BAR_PX - 4} />}
          <rect className={classes.range} {...box(span)} y={0.5} height={BAR_PX - 1} />
          {selection.selected && (
            <rect className={classes.selected} {...box(selection.selected)} y={0.5} height={BAR_PX - 1} />
          )}
        </svg>
      </div>
      <div ref={ref} className={classes.axis} aria-hidden>
        {timeTicks(shown, zone, MAX_TICKS)
          .filter(({ at }) => share(at) * width <= roomForLabels)
          .map(({ at, label: text }) => (
            <span key={at} style={{ left: `${(share(at) * 100).toFixed(3)}%` }}>
              {text}
            </span>
          ))}
      </div>
      <div className={classes.caption}>{shownSpan ? formatSpan(shownSpan, zone) : zoneText}</div>
    </div>
  );
}

const barPath = ({ x, width }: { x: number; width: number }) =>
  `M${x.toFixed(1)} 2h${width.toFixed(1)}v${BAR_PX - 4}h${(-width).toFixed(1)}z`;
