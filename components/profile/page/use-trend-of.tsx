'use client';

import { type ReactNode, useCallback } from 'react';
import type { Span } from '@/lib/time/range';
import { FrameTrend } from '../findings/frame-trend';

/** Returns a function that renders the trend of a profiled function. It changes only with the group, the span and the states. */
export function useTrendOf(
  group: string,
  { from, to }: Span,
  states: readonly string[],
): (name: string) => ReactNode {
  const joined = states.join('\n');
  return useCallback(
    (name: string) => (
      <FrameTrend {...{ group, name }} span={{ from, to }} states={joined === '' ? [] : joined.split('\n')} />
    ),
    [group, from, to, joined],
  );
}
