'use client';

import { useRouter } from 'next/navigation';
import { usePending } from '@/components/range/pending';
import { asRoute } from '@/components/range/use-range-href';
import { absoluteRange } from '@/lib/time/range';
import { type ComparedSide, customBaseline } from './baseline';

/** Swaps baseline and comparison, so the page moves to the baseline's group and range. */
export function useSwap(): (baseline: ComparedSide, comparison: ComparedSide) => void {
  const router = useRouter();
  const { start } = usePending();
  return (baseline, comparison) =>
    start(() => {
      const search = new URLSearchParams(window.location.search);
      const isSameGroup = baseline.group === comparison.group;
      const change = {
        ...absoluteRange(baseline.span),
        ...customBaseline(comparison.span),
        baselineGroup: isSameGroup ? '' : comparison.group,
        latest: '',
        asof: '',
      };
      for (const [key, value] of Object.entries(change)) {
        if (value === '') search.delete(key);
        else search.set(key, value);
      }
      router.push(asRoute(`/profiles/${encodeURIComponent(baseline.group)}?${search}`), { scroll: false });
    });
}
