'use client';

import { focusRegion } from '@/components/panel/focus-region';
import type { FrameFilter } from '@/lib/profile/graph/frame-filter';
import { HintedText } from '../settings/hint';
import { KIND_HINTS } from '../settings/hints';
import classes from './legend.module.css';
import { type LegendItem, shownLabel } from './legend-items';
import { useLighting } from './lit-frames';

type LegendProps = {
  items: readonly LegendItem[];
  /** The base of the shares. */
  base?: string | undefined;
  name?: string;
  /** The graph has these colours, so that entries can light its frames. */
  isOfGraph?: boolean;
  /** Receives the filter of the entry under the pointer or at the keyboard, for a graph with other colours. */
  onPoint?(filter: FrameFilter | undefined): void;
  onFilter?(filter: FrameFilter): void;
};

/** The colours of a graph with their meaning. Each entry lights its frames; a press searches for them or selects their thread state. */
export function Legend({ items, base, name = 'Colours', ...entry }: LegendProps) {
  if (items.length === 0) return null;
  return (
    <div className={classes.legend}>
      {base && <HintedText text={KIND_HINTS.self}>{base}</HintedText>}
      <ul aria-label={name}>
        {items.map((item) => (
          <li key={item.label}>
            <LegendEntry item={item} {...entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type LegendEntryProps = { item: LegendItem } & Pick<LegendProps, 'isOfGraph' | 'onPoint' | 'onFilter'>;

function LegendEntry({ item, isOfGraph = true, onPoint, onFilter }: LegendEntryProps) {
  const { pinned, point: light, pin } = useLighting();
  const { fill, label, share, filter } = item;
  const shown = shownLabel(label);
  const text = (
    <>
      {fill && <span className={classes.swatch} style={{ background: fill }} aria-hidden />}
      <span className={classes.label}>{shown}</span> {share}
    </>
  );
  const point = (isPointed: boolean) => {
    light(isPointed ? fill : undefined);
    onPoint?.(isPointed ? filter : undefined);
  };
  const isFilter = filter !== undefined && onFilter !== undefined;
  const show = (button: HTMLElement) => {
    if (!isFilter) return fill && pin(fill);
    // The legend of a search replaces this one, and its entries never hear that the pointer leaves.
    point(false);
    focusRegion(button);
    onFilter(filter);
  };
  if (fill === undefined || !(isOfGraph || isFilter)) return <span className={classes.entry}>{text}</span>;
  return (
    <button
      type="button"
      className={classes.entry}
      aria-label={share === undefined ? shown : `${shown}, ${share} self`}
      title={isFilter ? filterTitle(filter) : 'Only lights these frames: press to keep them lit'}
      {...(!isFilter && { 'aria-pressed': pinned === fill })}
      onClick={(event) => show(event.currentTarget)}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && point(true)}
      onBlur={() => point(false)}
    >
      {text}
    </button>
  );
}

/** A search only fades other frames; a choice of thread states leaves them out. */
const filterTitle = (filter: FrameFilter) =>
  'search' in filter ? 'Search for these frames' : 'Show only samples in this thread state';
