'use client';

import { useElementSize } from '@mantine/hooks';
import { formatSpan, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './strip-picture.module.css';
import { useStripChoice } from './use-strip-selection';

type StripPictureProps = {
  /** What the picture spans. */
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
/** Units of the picture's width. */
const WIDE = 10_000;
const TICKS = 6;
/** What a tick's label takes, and a letter of the zone's. */
const LABEL_PX = 52;
const LETTER_PX = 8;

/** Existing profiles as bars on a time axis, the range framed. One is picked, several are drawn over; keys do both. */
export function StripPicture({ shown, span, starts, length, zone, label, onPick }: StripPictureProps) {
  const { ref, width } = useElementSize();
  const choice = useStripChoice({ shown, starts, length, span, onPick });
  const zoneWords = zoneLabel(zone, shown.to);
  const share = (instant: number) =>
    Math.min(1, Math.max(0, (instant - shown.from) / (shown.to - shown.from)));
  const box = ({ from, to }: Span) => ({
    x: share(from) * WIDE,
    width: (share(to) - share(from)) * WIDE,
  });
  const roomForLabels = width - LABEL_PX - zoneWords.length * LETTER_PX;
  const told = choice.taking ?? choice.pointed;
  const start = starts[choice.index];
  const keyed = choice.taking ?? (start === undefined ? undefined : { from: start, to: start + length });
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 1,
    'aria-valuemax': starts.length,
    'aria-valuenow': choice.index + 1,
    'aria-valuetext': keyed && formatSpan(keyed, zone),
    title: 'Click a profile, or draw over several. With keys: arrows, Shift with arrows, Enter',
    onKeyDown: choice.onKeyDown,
    onBlur: choice.onBlur,
    ...choice.pointer,
  };

  return (
    <div className={classes.strip}>
      <div
        className={classes.choice}
        data-pickable={choice.pointed !== undefined || undefined}
        {...(starts.length > 0 ? slider : { role: 'img', 'aria-label': label })}
      >
        <svg
          className={classes.picture}
          aria-hidden
          height={BAR_PX}
          viewBox={`0 0 ${WIDE} ${BAR_PX}`}
          preserveAspectRatio="none"
        >
          <rect className={classes.ground} width={WIDE} height={BAR_PX} />
          <path
            className={classes.profile}
            d={starts.map((at) => barPath(box({ from: at, to: at + length }))).join('')}
          />
          {told && <rect className={classes.pointed} {...box(told)} y={2} height={BAR_PX - 4} />}
          <rect className={classes.range} {...box(span)} y={0.5} height={BAR_PX - 1} />
          {choice.taking && (
            <rect className={classes.taking} {...box(choice.taking)} y={0.5} height={BAR_PX - 1} />
          )}
        </svg>
      </div>
      <div ref={ref} className={classes.axis} aria-hidden>
        {timeTicks(shown, zone, TICKS)
          .filter(({ at }) => share(at) * width <= roomForLabels)
          .map(({ at, label: text }) => (
            <span key={at} style={{ left: `${(share(at) * 100).toFixed(3)}%` }}>
              {text}
            </span>
          ))}
      </div>
      <div className={classes.caption}>{told ? formatSpan(told, zone) : zoneWords}</div>
    </div>
  );
}

const barPath = ({ x, width }: { x: number; width: number }) =>
  `M${x.toFixed(1)} 2h${width.toFixed(1)}v${BAR_PX - 4}h${(-width).toFixed(1)}z`;
