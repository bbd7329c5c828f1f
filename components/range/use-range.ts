'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { isCurrent } from '@/lib/time/current';
import { DEFAULT_RANGE, type RangeText, resolveRange, type Span } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';
import { usePageNow, usePresent } from './page-now';
import { useNavigateRange } from './use-navigate-range';

export type PageRange = {
  /** As in the URL. */
  text: RangeText;
  /** IANA zone in which the page shows times. */
  zone: string;
  /** The link's asof, or else the instant at which the server rendered the page. */
  now: number;
  /** The range in epoch milliseconds, the same object between renders; the default range if the URL's is malformed. */
  span: Span;
  isMalformed: boolean;
  /**
   * Changes the range as a new history entry. Drops an asof, because the server renders the page with a new `now`, unless it is a shared
   * link's, and parameters that are about the range before.
   */
  setRange(range: RangeText, without?: readonly string[]): void;
};

/** The page's time range. */
export function useRange(): PageRange {
  const pageNow = usePageNow();
  const [{ from, to, tz, asof, kept }] = useQueryStates(rangeSearchParams);
  const navigate = useNavigateRange();
  const now = asof ?? pageNow;
  const requested = useMemo(() => resolveRange({ from, to }, now, tz), [from, to, now, tz]);
  const span = useMemo(
    () => requested ?? resolveRange(DEFAULT_RANGE, now, tz) ?? { from: now, to: now },
    [requested, now, tz],
  );
  return {
    text: { from, to },
    zone: tz,
    now,
    span,
    isMalformed: requested === undefined,
    setRange: (range, without) => navigate(kept === null ? { ...range, asof: null } : range, without),
  };
}

/** IANA zone in which the page shows times. */
export function useZone(): string {
  return useQueryStates(rangeSearchParams)[0].tz;
}

/** Whether the page's `now` can still be called now and today: not in a link that fixes it, or a tab that was left open. */
export function useIsCurrent(): boolean {
  const { now, zone } = useRange();
  return isCurrent(now, usePresent(), zone);
}
