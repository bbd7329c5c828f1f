'use client';

import { useRouter } from 'next/navigation';
import { usePending } from '@/components/range/pending';
import { useRange } from '@/components/range/use-range';
import { useRangeHref } from '@/components/range/use-range-href';
import { viewAround, viewText } from '@/lib/canary/plot/view';
import type { Span } from '@/lib/time/range';

/** Returns a function that opens a canary's page with its timeline zoomed to a time in which runs failed. */
export function useGoToFailures(name: string): (failures: Span) => void {
  const router = useRouter();
  const { start } = usePending();
  const { span } = useRange();
  const href = useRangeHref();
  return (failures) => {
    const view = viewText(viewAround(failures, span));
    start(() => router.push(href(`/canaries/${encodeURIComponent(name)}?view=${view}`)));
  };
}
