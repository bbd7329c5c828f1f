'use client';

import { createContext, type PointerEvent, type ReactNode, useContext, useState } from 'react';
import type { Span } from '@/lib/time/range';
import classes from './crosshair.module.css';

type Crosshair = {
  span: Span;
  /** The instant under the pointer or selected by keys, epoch milliseconds. */
  at: number | undefined;
  point(at: number | undefined): void;
};

const CrosshairContext = createContext<Crosshair | undefined>(undefined);

/** Shares one instant between all lanes of a span. */
export function CrosshairProvider({ span, children }: { span: Span; children: ReactNode }) {
  const [at, point] = useState<number>();
  const shown = at !== undefined && at >= span.from && at < span.to ? at : undefined;
  return <CrosshairContext value={{ span, at: shown, point }}>{children}</CrosshairContext>;
}

export function useCrosshair(): Crosshair {
  const crosshair = useContext(CrosshairContext);
  if (!crosshair) throw new Error('useCrosshair outside of CrosshairProvider');
  return crosshair;
}

/** The position of an instant on the lanes' axis. */
export const percentAt = (at: number, span: Span) =>
  `${Math.min(100, Math.max(0, ((at - span.from) / (span.to - span.from)) * 100)).toFixed(3)}%`;

/** The part of a lane on the time axis. The pointer moves the crosshair. */
export function PlotArea({ children }: { children: ReactNode }) {
  const { span, at, point } = useCrosshair();
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    point(Math.min(span.to - 1, span.from + share * (span.to - span.from)));
  };
  return (
    <div className={classes.plot} onPointerMove={onPointerMove} onPointerLeave={() => point(undefined)}>
      {children}
      {at !== undefined && <div className={classes.crosshair} style={{ left: percentAt(at, span) }} />}
    </div>
  );
}
