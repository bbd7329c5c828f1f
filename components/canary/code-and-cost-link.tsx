'use client';

import { RangeLink } from '@/components/range/range-link';

type CodeAndCostLinkProps = {
  canary: string;
  from: number;
  /** Undefined while it lasts. */
  to: number | undefined;
};

/** A link to what the code did and what a farm cost while a canary failed. Instants are epoch milliseconds. */
export const CodeAndCostLink = ({ canary, from, to }: CodeAndCostLinkProps) => (
  <RangeLink
    href={`/why?canary=${encodeURIComponent(canary)}`}
    instead={{
      from: new Date(from).toISOString(),
      to: to === undefined ? 'now' : new Date(Math.max(to, from + 1)).toISOString(),
    }}
    inherit
    title="What the code did and what the farm cost at this time"
  >
    Code and cost
  </RangeLink>
);
