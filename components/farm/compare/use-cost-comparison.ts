'use client';

import { useQueryStates } from 'nuqs';
import { type CompareChoice, rangeSearchParams } from '@/lib/time/search-params';

const { compare } = rangeSearchParams;

/** What a page of costs compares with, the period before unless somebody chose here or on another page; and a function that chooses. */
export function useCostComparison(): [CompareChoice, (choice: CompareChoice) => void] {
  const [chosen, change] = useQueryStates({ compare }, { history: 'push' });
  return [chosen.compare ?? 'before', (choice) => void change({ compare: choice })];
}
