'use client';

import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useState } from 'react';
import { formatSpan, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './strip-picture.module.css';

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
const TICKS = 6;
/** What a tick's label takes, and a letter of the zone's. */
const LABEL_PX = 52;
const LETTER_PX = 8;

/** Existing profiles as bars on a time axis, the range framed. Picked by pointer; buttons beside it do it by keys. */
export function StripPicture({ shown, span, starts, length, zone, label, onPick }: StripPictureProps) {
  const [pointed, setPointed] = useState<number>();
  const { ref, width } = useElementSize();
  const zoneWords = zoneLabel(zone, shown.to);
  const share = (instant: number) => (instant - shown.from) / (shown.to - shown.from);
  const percent = (instant: number) => `${(Math.min(1, Math.max(0, share(instant))) * 100).toFixed(3)}%`;
  const wide = (from: number, to: number) =>
    `${((Math.min(1, share(to)) - Math.max(0, share(from))) * 100).toFixed(3)}%`;
  const under = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const instant = shown.from + ((event.clientX - box.left) / box.width) * (shown.to - shown.from);
    return starts.findLast((start) => start <= instant && instant < start + length);
  };
  const roomForLabels = width - LABEL_PX - zoneWords.length * LETTER_PX;
  const spanOf = (start: number) => ({ from: start, to: start + length });

  return (
    <div className={classes.strip}>
      <svg
        className={classes.picture}
        role="img"
        aria-label={label}
        height={BAR_PX}
        data-pickable={pointed !== undefined || undefined}
        onPointerMove={(event) => setPointed(under(event))}
        onPointerLeave={() => setPointed(undefined)}
        onPointerUp={(event) => {
          const start = under(event);
          if (start !== undefined) onPick(spanOf(start));
        }}
      >
        <rect className={classes.ground} width="100%" height={BAR_PX} />
        {starts.map((start) => (
          <rect
            key={start}
            className={classes.profile}
            data-pointed={start === pointed || undefined}
            x={percent(start)}
            width={wide(start, start + length)}
            y={2}
            height={BAR_PX - 4}
          />
        ))}
        <rect
          className={classes.range}
          x={percent(span.from)}
          width={wide(span.from, span.to)}
          y={0.5}
          height={BAR_PX - 1}
        />
      </svg>
      <div ref={ref} className={classes.axis} aria-hidden>
        {timeTicks(shown, zone, TICKS)
          .filter(({ at }) => share(at) * width <= roomForLabels)
          .map(({ at, label: text }) => (
            <span key={at} style={{ left: percent(at) }}>
              {text}
            </span>
          ))}
      </div>
      <div className={classes.caption}>
        {pointed === undefined ? zoneWords : formatSpan(spanOf(pointed), zone)}
      </div>
    </div>
  );
}
