'use client';

import { useQueryStates } from 'nuqs';
import { DEFAULT_RANGE, type RangeText, resolveRange, type Span } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';
import { usePageNow } from './page-now';
import { useNavigateRange } from './use-navigate-range';

export type PageRange = {
  /** As the URL has it. */
  text: RangeText;
  /** IANA zone in which the page shows times. */
  zone: string;
  /** What `now` means: the link's asof, or when the server made the page. */
  now: number;
  /** The range in epoch milliseconds. A malformed one in the URL is shown as the default range. */
  span: Span;
  /** The URL's range was malformed. */
  malformed: boolean;
  /**
   * Puts another range in the URL as a new step of the history; the server makes the page again with a new
   * now, so an asof is dropped.
   */
  setRange(range: RangeText): void;
};

/** The one time range of the page. */
export function useRange(): PageRange {
  const pageNow = usePageNow();
  const [{ from, to, tz, asof }] = useQueryStates(rangeSearchParams);
  const navigate = useNavigateRange();
  const now = asof ?? pageNow;
  const asked = resolveRange({ from, to }, now, tz);
  const span = asked ?? resolveRange(DEFAULT_RANGE, now, tz) ?? { from: now, to: now };
  return {
    text: { from, to },
    zone: tz,
    now,
    span,
    malformed: asked === undefined,
    setRange: (range) => navigate({ ...range, asof: null }),
  };
}

/** IANA zone in which the page shows times. */
export function useZone(): string {
  return useQueryStates(rangeSearchParams)[0].tz;
}
