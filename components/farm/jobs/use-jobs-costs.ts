'use client';

import { useMemo } from 'react';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import { askedJobs } from '@/lib/farm/jobs/asked-jobs';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import type { ShownCosts } from '../costs/costs-on-screen';
import { type LastSideCosts, useLastSideCosts } from '../costs/use-last-side-costs';

/** The costs by job that belong to those of a page. */
export type JobsCosts =
  /** Those of the page are on their way. */
  | { kind: 'waiting' }
  /** The filters leave AWS no key for the job. */
  | { kind: 'impossible'; asked: AskedCosts }
  | {
      kind: 'known';
      /** Whether they are those of the page. */
      isOwn: boolean;
      asked: AskedCosts;
      costs: Costs;
      isOutdated: boolean;
      isFetching: boolean;
      retry?: () => void;
    }
  | { kind: 'asked'; asked: AskedCosts; side: LastSideCosts };

/** Takes the page's own rows if the job is one of their keys, else asks for more once that is wanted. */
export function useJobsCosts(shown: ShownCosts | undefined, isWanted: boolean): JobsCosts {
  const own = shown?.asked;
  const isOwn = own?.query.keys.includes('JOB_ID') ?? false;
  const asked = useMemo(() => own && askedJobs(own), [own]);
  const side = useLastSideCosts(isOwn ? undefined : asked, isWanted);
  const other = side.shown;
  const costs = useMemo(() => other && filteredCosts(other.asked, other.costs), [other]);
  if (!shown || !own) return { kind: 'waiting' };
  if (isOwn)
    return { kind: 'known', isOwn, asked: own, costs: shown.costs, isOutdated: false, isFetching: false };
  if (!asked) return { kind: 'impossible', asked: own };
  const { error, isOutdated, isFetching, retry } = side;
  return other && costs && !error
    ? { kind: 'known', isOwn, asked: other.asked, costs, isOutdated, isFetching, retry }
    : { kind: 'asked', asked, side };
}
