'use client';

import { useLastGroup } from '@/components/range/last-group';
import { RangeLink } from '@/components/range/range-link';
import { MINUTE } from '@/lib/time/duration';

type CodeAndCostLinkProps = {
  canary: string;
  from: number;
  /** Undefined while it lasts. */
  to: number | undefined;
};

/**
 * A link to what the code did, in the profiling group that was viewed last, and what a farm cost while a canary failed: from the beginning
 * of the minute on, because runs of other locations started some seconds before. Instants are epoch milliseconds.
 */
export function CodeAndCostLink({ canary, from, to }: CodeAndCostLinkProps) {
  const group = useLastGroup();
  const search = new URLSearchParams({ canary, ...(group !== undefined && { group }) });
  return (
    <RangeLink
      href={`/why?${search}`}
      instead={{
        from: new Date(Math.floor(from / MINUTE) * MINUTE).toISOString(),
        to: to === undefined ? 'now' : new Date(Math.max(to, from + 1)).toISOString(),
      }}
      inherit
      title="What the code did and what the farm cost at this time"
    >
      Code and cost
    </RangeLink>
  );
}
