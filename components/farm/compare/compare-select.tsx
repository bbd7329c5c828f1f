'use client';

import { useQueryStates } from 'nuqs';
import { LazySelect } from '@/components/panel/lazy-select';
import { COMPARE_CHOICES, type CompareChoice, compareParams } from './compare-params';

const LABELS: Record<CompareChoice, string> = {
  before: 'The period before',
  week: 'A week before',
  month: 'A month before',
  none: 'Nothing',
};

const OPTIONS = COMPARE_CHOICES.map((value) => ({ value, label: LABELS[value] }));

/** Chooses the comparison of a page of costs, in its URL. */
export function CompareSelect() {
  const [{ compare }, change] = useQueryStates(compareParams, { history: 'push' });
  return (
    <LazySelect
      size="xs"
      w={152}
      flex="none"
      aria-label="Compare with"
      allowDeselect={false}
      data={OPTIONS}
      value={compare}
      onChange={(value) =>
        void change({ compare: COMPARE_CHOICES.find((choice) => choice === value) ?? null })
      }
    />
  );
}
