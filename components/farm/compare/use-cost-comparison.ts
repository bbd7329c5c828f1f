'use client';

import { useComparison } from '@/components/range/use-comparison';

/** What a page of costs compares with, by default the period before, and a function that chooses. */
export const useCostComparison = () => useComparison('before');
