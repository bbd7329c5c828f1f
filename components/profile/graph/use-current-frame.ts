import { type Dispatch, type RefObject, type SetStateAction, useEffect, useReducer, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { stepToMatch } from '@/lib/profile/transform/search';
import { type Grid, placeOf, reveal } from './frame-geometry';

/** Goes to the next or previous match of the search, or leaves the one it is at: which of how many of those drawn is next. */
export type StepToMatch = (step: 'next' | 'previous' | 'leave') => { place: number; of: number } | undefined;

type CurrentFrameOptions = {
  frames: readonly DrawnFrame[];
  grid: Grid;
  /** Node → 1 where a search found it. */
  matched: Uint8Array | undefined;
  scrollRef: RefObject<HTMLElement | null>;
  /** Keys or a step come to a frame. */
  onMove(): void;
  /** Is given the way to step through the matches. */
  stepRef: RefObject<StepToMatch | undefined> | undefined;
};

type CurrentFrame = {
  /** Index among the drawn frames. */
  current: number | undefined;
  setCurrent: Dispatch<SetStateAction<number | undefined>>;
  /** To a frame, which is scrolled to. */
  moveTo(index: number): void;
};

/** The frame that keys and the steps of a search are at; a press elsewhere, or the end of the search, leaves it. */
export function useCurrentFrame(options: CurrentFrameOptions): CurrentFrame {
  const { frames, grid, matched, scrollRef, onMove, stepRef } = options;
  const [current, setCurrent] = useState<number>();

  const isAtOne = current !== undefined;
  const [, followScroll] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!isAtOne) return;
    const leave = ({ target }: Event) => {
      const isOurs = target instanceof Element && target.closest('[role="application"], [role="toolbar"]');
      if (!isOurs) setCurrent(undefined);
    };
    window.addEventListener('scroll', followScroll, { passive: true });
    document.addEventListener('pointerdown', leave);
    return () => {
      window.removeEventListener('scroll', followScroll);
      document.removeEventListener('pointerdown', leave);
    };
  }, [isAtOne]);

  const isSearched = matched !== undefined;
  useEffect(() => {
    if (!isSearched && document.activeElement !== scrollRef.current) setCurrent(undefined);
  }, [isSearched, scrollRef]);

  const moveTo = (index: number) => {
    onMove();
    setCurrent(index);
    const next = frames[index];
    if (next) reveal(scrollRef.current, placeOf(next, grid));
  };
  useEffect(() => {
    if (!stepRef) return;
    stepRef.current = (step) => {
      const found = Uint8Array.from(frames, ({ node, folded }) => (folded === 0 && matched?.[node] ? 1 : 0));
      const match = stepToMatch(found, current ?? -1, step === 'leave' ? 'next' : step);
      if (step === 'leave') setCurrent(undefined);
      else if (match) moveTo(match.node);
      return match;
    };
    return () => {
      stepRef.current = undefined;
    };
  });
  return { current, setCurrent, moveTo };
}
