'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { defaultPreset } from '@/lib/profile/tree/states';
import { type ChangedFunction, mostChanged } from '@/lib/profile/view/most-changed';
import type { ComparedView } from '@/lib/profile/view/view';
import type { RequestedSide } from '../compare/use-sides';
import { functionsChoice } from '../request/profile-request';
import type { ProfileSettings } from '../settings/profile-settings';
import { useLastKnown } from './use-last-known';
import { useTimeFunctions } from './use-time-functions';

export type ComparedChangeOptions = {
  view: ComparedView;
  sides: { baseline: RequestedSide; comparison: RequestedSide };
  settings: ProfileSettings;
};

/** The function that changed most between both sides of a comparison, by the rule of the summary above a single profile. */
export function useComparedChange({ view, sides, settings }: ComparedChangeOptions) {
  const { text } = useRange();
  const whole = functionsChoice({ ...settings, view: 'overview', focus: '', search: '' });
  const choice = { ...whole, data: settings.data ?? defaultPreset(view.occurring.map(({ state }) => state)) };
  const { maxDepth } = settings;
  const [baseline, comparison] = [sides.baseline.requested, sides.comparison.requested];
  const before = useTimeFunctions({ ...baseline, choice, maxDepth, isEnabled: true });
  const now = useTimeFunctions({ ...comparison, choice, maxDepth, isEnabled: true });
  const change = useMemo(
    (): { changed: ChangedFunction | undefined } | undefined =>
      now.functions && before.functions && { changed: mostChanged(now.functions, [before.functions]) },
    [now.functions, before.functions],
  );
  const { compare, baseline: kind, baselineFrom, baselineTo } = settings;
  const key = [
    comparison.group,
    baseline.group,
    text,
    compare,
    kind,
    baselineFrom,
    baselineTo,
    choice,
    maxDepth,
  ];
  return {
    ...useLastKnown(change, JSON.stringify(key)),
    isFailed: [before, now].some(({ status }) => status === 'failed'),
    retry: () => {
      for (const side of [before, now]) if (side.status === 'failed') side.retry();
    },
  };
}
