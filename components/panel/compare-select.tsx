'use client';

import type { CompareChoice } from '@/lib/time/search-params';
import { LazySelect } from './lazy-select';

export const COMPARE_LABELS: Record<CompareChoice, string> = {
  before: 'The period before',
  day: 'A day before',
  week: 'A week before',
  month: 'A month before',
  none: 'Nothing',
};

type CompareSelectProps<Choice extends string> = {
  label: string;
  choices: readonly { value: Choice; label: string }[];
  /** Null for another time than these. */
  value: Choice | null;
  onChange(choice: Choice): void;
};

/** Chooses the earlier time that a page compares with. */
export function CompareSelect<Choice extends string>(props: CompareSelectProps<Choice>) {
  const { label, choices, value, onChange } = props;
  return (
    <LazySelect
      size="xs"
      w={192}
      flex="none"
      aria-label={label}
      placeholder="Another time"
      allowDeselect={false}
      data={choices}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice) onChange(choice.value);
      }}
    />
  );
}
