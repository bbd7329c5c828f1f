'use client';

import { useSyncExternalStore } from 'react';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';

const KEY = 'triptych-group';

/** Keeps the profiling group that was viewed last, where the browser can store it. */
export function rememberGroup(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage is full or forbidden.
  }
}

function lastGroup(): string | undefined {
  try {
    const name = localStorage.getItem(KEY) ?? '';
    return GROUP_NAME.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

const neverChanges = () => () => undefined;

/** The profiling group that was viewed last in this browser; undefined on the server. */
export const useLastGroup = (): string | undefined =>
  useSyncExternalStore(neverChanges, lastGroup, () => undefined);
