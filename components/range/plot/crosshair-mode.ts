import { useSyncExternalStore } from 'react';

/** What the crosshair of all charts shows: nothing, its line, or also the value of each chart there. */
export const CROSSHAIR_MODES = ['off', 'line', 'values'] as const;
export type CrosshairMode = (typeof CROSSHAIR_MODES)[number];

const KEY = 'triptych-crosshair';
const DEFAULT: CrosshairMode = 'values';

const listeners = new Set<() => void>();
let known: CrosshairMode | undefined;

/** The mode that this browser keeps. */
export function crosshairMode(): CrosshairMode {
  known ??= stored();
  return known;
}

function stored(): CrosshairMode {
  try {
    const text = localStorage.getItem(KEY);
    return CROSSHAIR_MODES.find((mode) => mode === text) ?? DEFAULT;
  } catch {
    return DEFAULT;
  }
}

/** Chooses a mode for all pages in this browser, or for this tab alone where nothing can be stored. */
export function setCrosshairMode(mode: CrosshairMode): void {
  known = mode;
  try {
    localStorage.setItem(KEY, mode);
  } catch {
    // Storage is full or forbidden.
  }
  for (const listener of listeners) listener();
}

/** The mode after this one. */
export const nextCrosshairMode = (mode: CrosshairMode): CrosshairMode =>
  CROSSHAIR_MODES[(CROSSHAIR_MODES.indexOf(mode) + 1) % CROSSHAIR_MODES.length] ?? DEFAULT;

/** Calls `listener` after each choice until the returned function is called. */
export function onCrosshairMode(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useCrosshairMode = (): CrosshairMode =>
  useSyncExternalStore(onCrosshairMode, crosshairMode, () => DEFAULT);
