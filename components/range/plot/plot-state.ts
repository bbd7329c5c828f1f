import { useSyncExternalStore } from 'react';
import type { Span } from '@/lib/time/range';

/** A part of the time axis that is about to become the range. */
export type Selection = {
  span: Span;
  /** Of the chart's axis. */
  shift: number;
  /** The chart in which it is chosen. */
  chart: Element;
  /** What the chart has in it, such as `$9.00`. */
  note: string | undefined;
};

/**
 * What all charts of a page show at their time axes. Not React state: the pointer changes it at its own speed, and charts draw it
 * without rendering.
 */
type PlotState = {
  /** The instant of the crosshair, epoch milliseconds. */
  at: number | undefined;
  /** The chart under the pointer. */
  chart: Element | undefined;
  /** The time and value of a chart that is too small for texts of its own, where the pointer is. */
  label: string | undefined;
  /** The crosshair stays where it is. */
  isLocked: boolean;
  selection: Selection | undefined;
};

const NONE: PlotState = {
  at: undefined,
  chart: undefined,
  label: undefined,
  isLocked: false,
  selection: undefined,
};

let state = NONE;
const listeners = new Set<() => void>();

function set(change: Partial<PlotState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const plotState = (): PlotState => state;

/** Calls `listener` after each change until the returned function is called. */
export function onPlotChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Moves the crosshair unless it is locked; undefined removes it. `chart` is the one under the pointer. */
export function pointAt(at: number | undefined, chart?: Element, label?: string): void {
  if (state.isLocked) set({ chart, label });
  else set({ at, label, chart: at === undefined ? undefined : chart });
}

/** Locks the crosshair at an instant, by default where it is, or releases a locked one. */
export function toggleLock(at = state.at): void {
  if (state.isLocked) set({ isLocked: false, at: undefined, chart: undefined, label: undefined });
  else if (at !== undefined) set({ isLocked: true, at });
}

/** Shows a selection in all charts; undefined removes it. */
export const select = (selection: Selection | undefined): void => set({ selection });

const selectionOf = () => state.selection;
const lockedAtOf = () => (state.isLocked ? state.at : undefined);
const nothing = () => undefined;

export const useSelection = (): Selection | undefined =>
  useSyncExternalStore(onPlotChange, selectionOf, nothing);

/** The instant at which the crosshair is locked. */
export const useLockedAt = (): number | undefined => useSyncExternalStore(onPlotChange, lockedAtOf, nothing);
