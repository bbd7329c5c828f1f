'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import type { Span } from '@/lib/time/range';
import type { ComparedSide } from '../compare/baseline';
import { type CostSettings, hasCost } from '../settings/cost-params';
import { useExistingProfiles } from '../strip/use-existing-profiles';
import { useLastKnown } from '../summary/use-last-known';
import type { SideCosts } from './compared-cost';
import type { CostState } from './cost-state';
import { useKnownCost, useProfileCost } from './use-profile-cost';

/** What both sides of a comparison cost: each side's state, and the costs once both are known. */
export type ComparedCosts = {
  baseline: CostState;
  comparison: CostState;
  costs: SideCosts | undefined;
};

/**
 * The costs of both sides of a comparison; undefined without a choice in the settings. They are known once the comparison on the
 * screen is of these sides (`isCurrent`), and stay while it is requested again.
 */
export function useComparedCosts(
  settings: CostSettings,
  sides: { baseline: ComparedSide; comparison: ComparedSide },
  isCurrent: boolean,
): ComparedCosts | undefined {
  const isWanted = hasCost(settings);
  const baseline = useProfileCost(settings, useCoveredTime(sides.baseline, isWanted));
  const comparison = useProfileCost(settings, useCoveredTime(sides.comparison, isWanted));
  const [before, after] = [useKnownCost(baseline), useKnownCost(comparison)];
  const known = useMemo(
    () => (isCurrent && before && after ? { baseline: before, comparison: after } : undefined),
    [isCurrent, before, after],
  );
  const key = JSON.stringify([sides, settings.price, settings.instances, settings.cost]);
  const { value: costs } = useLastKnown(known, key);
  return baseline && comparison && { baseline, comparison, costs };
}

/** The part of a side's time that has profiles; undefined until it is known. */
function useCoveredTime({ group, span }: ComparedSide, isWanted: boolean): Span | undefined {
  const { now } = useRange();
  const { existing, isRead } = useExistingProfiles(group, span, isWanted ? span : undefined, now);
  return isRead ? (existing?.coverage ?? span) : undefined;
}
