'use client';

import { useQueryStates } from 'nuqs';
import { type CompareChoice, rangeSearchParams } from '@/lib/time/search-params';

const { compare } = rangeSearchParams;

/** What the page compares its range with, `usual` unless somebody chose on this page or on one before, and a function that chooses. */
export function useComparison(usual: CompareChoice): [CompareChoice, (choice: CompareChoice) => void] {
  const [chosen, change] = useQueryStates({ compare }, { history: 'push' });
  return [chosen.compare ?? usual, (choice) => void change({ compare: choice })];
}
