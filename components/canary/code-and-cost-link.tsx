'use client';

import { useLastGroup } from '@/components/range/last-group';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { MINUTE } from '@/lib/time/duration';

type CodeAndCostLinkProps = {
  canary: string;
  from: number;
  /** Undefined while it lasts. */
  to: number | undefined;
};

/**
 * A link to what the code did, in the profiling group that was viewed last, and what a farm cost while a canary failed: in whole minutes,
 * because runs of other locations started some seconds before. Instants are epoch milliseconds.
 */
export function CodeAndCostLink({ canary, from, to }: CodeAndCostLinkProps) {
  const { now } = useRange();
  const group = useLastGroup();
  const search = new URLSearchParams({ canary, ...(group !== undefined && { group }) });
  return (
    <RangeLink
      href={`/why?${search}`}
      instead={{
        from: new Date(Math.floor(from / MINUTE) * MINUTE).toISOString(),
        to: to === undefined ? 'now' : new Date(endOf(to, now)).toISOString(),
      }}
      inherit
      title="What the code did and what the farm cost at this time"
    >
      Code and cost
    </RangeLink>
  );
}

/** The end of the minute, unless that is in the future. */
const endOf = (to: number, now: number) => Math.max(to, Math.min(now, Math.ceil((to + 1) / MINUTE) * MINUTE));
