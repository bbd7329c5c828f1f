'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { fillProperty } from '@/lib/profile/graph/fill';
import { FADED, ROOT_FILL } from '@/lib/profile/graph/frame-colour';
import type { LegendItem } from './legend-items';

type Lighting = {
  /** Fill that stays lit after the pointer left. */
  pinned: string | undefined;
  point(fill: string | undefined): void;
  /** Keeps a fill lit, or no longer. */
  pin(fill: string): void;
};

const LightingContext = createContext<Lighting>({ pinned: undefined, point: () => {}, pin: () => {} });

export const useLighting = () => useContext(LightingContext);

type LitFramesProps = {
  /** The legend of the graphs inside. */
  items: readonly LegendItem[];
  children: ReactNode;
};

/** Contains graphs and their legend, which lights the frames of one colour: all other colours fade, and nothing is drawn again. */
export function LitFrames({ items, children }: LitFramesProps) {
  const [pointed, setPointed] = useState<string>();
  const [pinned, setPinned] = useState<string>();
  const fills = items.map(({ fill }) => fill).filter((fill) => fill !== undefined);
  const lit = [pointed, pinned].find((fill) => fill !== undefined && fills.includes(fill));
  const faded = lit === undefined ? [] : [...fills.filter((fill) => fill !== lit), ROOT_FILL];
  const lighting = useMemo(
    () => ({
      pinned,
      point: setPointed,
      pin: (fill: string) => setPinned((current) => (current === fill ? undefined : fill)),
    }),
    [pinned],
  );
  return (
    <LightingContext value={lighting}>
      <div style={Object.fromEntries(faded.map((fill) => [fillProperty(fill), FADED]))}>{children}</div>
    </LightingContext>
  );
}
