'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { plotState, pointAt, select } from '@/components/range/plot/plot-state';
import { useRange } from '@/components/range/use-range';
import { formatInstant, formatSpan } from '@/lib/time/format';
import { absoluteRange, type Span } from '@/lib/time/range';

const STEPS = 60;

/** What the keys are at: an instant, and the one where a selection began. */
type Keyed = { at: number; anchor?: number };

/** The keys of a time axis: arrows move the crosshair, with Shift they select a span, and Enter makes it the range. */
export function AxisSlider({ children }: { children: ReactNode }) {
  const { span, zone, setRange } = useRange();
  const ref = useRef<HTMLDivElement>(null);
  const [keyed, setKeyed] = useState<Keyed>();
  const last = span.to - 1;
  const shown = Math.min(last, Math.max(span.from, keyed?.at ?? last));
  const selected = keyed && selectedSpan(keyed);

  const move = (next: Keyed) => {
    setKeyed(next);
    pointAt(next.at);
    const of = selectedSpan(next);
    select(of && ref.current ? { span: of, shift: 0, chart: ref.current, note: undefined } : undefined);
  };
  const clear = () => {
    setKeyed(undefined);
    pointAt(undefined);
    select(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const start = keyed?.at ?? plotState().at ?? last;
    const step = (span.to - span.from) / STEPS;
    const moved = {
      ArrowLeft: start - step,
      ArrowDown: start - step,
      ArrowRight: start + step,
      ArrowUp: start + step,
      Home: span.from,
      End: last,
    }[key];
    if (moved !== undefined) {
      const at = Math.round(Math.min(last, Math.max(span.from, moved)));
      move(shiftKey ? { at, anchor: keyed?.anchor ?? start } : { at });
    } else if (key === 'Enter' && selected) {
      clear();
      setRange(absoluteRange(selected));
    } else if (key === 'Escape' && keyed) clear();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={ref}
      role="slider"
      {...keyedPart('lanes')}
      tabIndex={0}
      aria-label="Time under the crosshair"
      aria-valuemin={span.from}
      aria-valuemax={span.to}
      aria-valuenow={Math.round(shown)}
      aria-valuetext={selected ? `${formatSpan(selected, zone)} selected` : formatInstant(shown, zone)}
      onKeyDown={onKeyDown}
      onBlur={() => keyed && clear()}
    >
      {children}
    </div>
  );
}

function selectedSpan({ at, anchor }: Keyed): Span | undefined {
  if (anchor === undefined || anchor === at) return undefined;
  return { from: Math.round(Math.min(anchor, at)), to: Math.round(Math.max(anchor, at)) };
}
