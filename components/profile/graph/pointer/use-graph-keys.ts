'use client';

import type { KeyboardEvent, RefObject } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { type Grid, placeOf, pointBelow } from '../drawing/frame-geometry';
import { directionOf, neighbour } from './flame-keys';
import type { StepToMatch } from './use-current-frame';
import type { PointedFrame } from './use-frame-pointer';

type GraphKeysOptions = {
  frames: readonly DrawnFrame[];
  grid: Grid;
  scrollRef: RefObject<HTMLElement | null>;
  stepRef: RefObject<StepToMatch | undefined> | undefined;
  /** Index of the frame that keys act on. */
  current: number;
  moveTo(index: number): void;
  zoom(index: number): void;
  zoomOut(): void;
  /** Present while a menu or a list is open that hasn't taken the focus yet. */
  closeMenu: (() => void) | undefined;
  openMenu(at: PointedFrame, isByKey: boolean): void;
  /** Handles any other key on a frame; true when it did something. */
  onKey(key: string, node: number): boolean | undefined;
};

/** Keys of a graph: arrows and Home move, Enter zooms in or lists a block, Escape shows the whole, M opens the menu, N steps. */
export function useGraphKeys(options: GraphKeysOptions): (event: KeyboardEvent) => void {
  const { frames, grid, scrollRef, stepRef, current, moveTo, zoom, zoomOut, closeMenu, openMenu, onKey } =
    options;
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const frame = frames[current];
    const direction = directionOf(event.key, grid.rootOnTop);
    if (direction) moveTo(neighbour(frames, current, direction));
    else if (event.key === 'Home') moveTo(0);
    else if ((event.key === 'Enter' || event.key === ' ') && !frame?.block) zoom(current);
    else if (event.key === 'Escape') (closeMenu ?? zoomOut)();
    else if (isMenuKey(event) || event.key === 'Enter' || event.key === ' ') {
      const at = frame && pointBelow(scrollRef.current, placeOf(frame, grid));
      if (at) openMenu({ index: current, ...at }, true);
    } else if (event.key === 'n' || event.key === 'N') {
      stepRef?.current?.(event.key === 'n' ? 'next' : 'previous');
    } else if (!frame || frame.block || !onKey(event.key, frame.node)) return;
    event.preventDefault();
  };
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) =>
  key === 'ContextMenu' || key === 'm' || (key === 'F10' && shiftKey);
