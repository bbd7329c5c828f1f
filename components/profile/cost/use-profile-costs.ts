'use client';

import { useMemo } from 'react';
import type { ExistingProfiles } from '@/lib/profile/range/existing-profiles';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import { hasCost } from '../settings/cost-params';
import type { ProfileSettings } from '../settings/profile-settings';
import { useLastKnown } from '../summary/use-last-known';
import type { SamplesCost } from './samples-cost';
import { useKnownCost, useProfileCost } from './use-profile-cost';

type ProfileCostsOptions = {
  settings: ProfileSettings;
  state: ProfileState;
  existing: ExistingProfiles | undefined;
  /** Whether the existing profiles were read, or could not be. */
  isRead: boolean;
  unpriced: ProfilePicture | undefined;
  /** Identity of the requested time. While its profile is requested again, its cost stays. */
  key: string;
};

/** What a profile cost: its state, the picture with it, and the costs of the table of functions. */
export function useProfileCosts({ settings, state, existing, isRead, unpriced, key }: ProfileCostsOptions) {
  const { isPlaceholder, isEmpty, areFunctionsPlaceholder, coverage } = state;
  const isKnown = !isPlaceholder && !isEmpty && (settings.latest !== null || isRead);
  const { from, to } = (isKnown && (existing?.coverage ?? coverage)) || {};
  const covered = useMemo(
    () => (from === undefined || to === undefined ? undefined : { from, to }),
    [from, to],
  );
  const { value: time } = useLastKnown(covered, key);
  const costState = useProfileCost(settings, isEmpty ? undefined : time);
  const cost = useKnownCost(costState);
  const picture = useMemo(() => (unpriced && cost ? { ...unpriced, cost } : unpriced), [unpriced, cost]);
  const isWanted = hasCost(settings) && costState?.state !== 'unknown';
  const samples = unpriced?.whole ?? 0;
  const { costPer } = settings;
  const isOther = isPlaceholder || areFunctionsPlaceholder;
  const ofFunctions = useMemo(
    (): SamplesCost | undefined =>
      isWanted ? { cost: isOther ? undefined : cost, samples, time: costPer } : undefined,
    [isWanted, isOther, cost, samples, costPer],
  );
  return { state: isEmpty ? undefined : costState, picture, ofFunctions };
}
