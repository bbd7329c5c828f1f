'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { menuOnLongPress } from './long-press';
import type { PointedFrame } from './use-frame-pointer';

type OpenMenu = PointedFrame & { isByKey: boolean; among: readonly DrawnFrame[] };

type OpenMenuOptions = {
  frames: readonly DrawnFrame[];
  isEnabled: boolean;
  scrollRef: RefObject<HTMLElement | null>;
  onOpen(): void;
  /** A menu that a key opened closes: its frame becomes the current one again. */
  onReturn(index: number): void;
};

/** The menu of a frame, or the list of a block, unless it is beyond the maximum depth: opened by the context menu, a long press or a key. Closing it returns the focus to the graph. */
export function useOpenMenu({ frames, isEnabled, scrollRef, onOpen, onReturn }: OpenMenuOptions) {
  const [opened, setOpened] = useState<OpenMenu>();
  useEffect(() => (scrollRef.current ? menuOnLongPress(scrollRef.current) : undefined), [scrollRef]);
  return {
    menu: opened?.among === frames ? opened : undefined,
    openMenu: (at: PointedFrame, isByKey = false) => {
      if (!isEnabled || frames[at.index]?.block?.isDeeper) return;
      onOpen();
      setOpened({ ...at, isByKey, among: frames });
    },
    closeMenu: () => {
      setOpened(undefined);
      scrollRef.current?.focus({ preventScroll: true });
      if (opened?.isByKey) onReturn(opened.index);
    },
  };
}
