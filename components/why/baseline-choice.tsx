'use client';

import { COMPARE_LABELS, CompareSelect } from '@/components/panel/compare-select';
import { baselineAt, baselineTime, customBaseline } from '@/components/profile/compare/baseline';
import type { ChangeSettings, ProfileSettings } from '@/components/profile/settings/profile-settings';
import { COMPARISONS } from '@/lib/time/earlier-span';
import type { Span } from '@/lib/time/range';

const EARLIER = COMPARISONS.map((value) => ({ value, label: COMPARE_LABELS[value] }));
const PASSING = { value: 'passing' as const, label: 'Around the last passed run' };

type BaselineChoiceProps = {
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** The time around the last run that passed, if there is one. */
  passing: Span | undefined;
};

/** The choice of the time that is compared with. */
export function BaselineChoice({ settings, onChange, passing }: BaselineChoiceProps) {
  const time = baselineTime(settings);
  const around = passing && customBaseline(passing);
  const isPassing =
    around?.baselineFrom === settings.baselineFrom && around.baselineTo === settings.baselineTo;
  return (
    <CompareSelect
      label="Compare with"
      choices={around ? [...EARLIER, PASSING] : EARLIER}
      value={time === 'range' ? (isPassing ? 'passing' : null) : time === 'same' ? null : time}
      onChange={(chosen) => {
        if (chosen !== 'passing') {
          void onChange({ ...baselineAt(chosen), baselineFrom: '', baselineTo: '', focus: '' });
        } else if (around) void onChange({ ...around, focus: '' });
      }}
    />
  );
}
