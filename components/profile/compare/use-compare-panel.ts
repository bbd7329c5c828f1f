'use client';

import { useMemo, useRef, useState } from 'react';
import { isNotFound } from '@/lib/answer/problem';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import type { StateSamples } from '@/lib/profile/tree/states';
import { chosenStates, sortStates } from '@/lib/profile/tree/states';
import { useComparedCosts } from '../cost/use-compared-costs';
import { comparedDeeperText } from '../frame-text/deeper-text';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { type ElementWidth, usePx } from '../graph/element-width';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { profileRequest } from '../request/profile-request';
import { useSearchField } from '../request/search-field';
import type { ProfileSettings } from '../settings/profile-settings';
import { useComparison } from './use-comparison';
import { useSides } from './use-sides';

/** What a panel with the comparison of the settings and the page's range shows, for a graph as wide as an element. */
export function useComparePanel(group: string, settings: ProfileSettings, width: ElementWidth) {
  const px = usePx(width);
  const field = useSearchField(settings.search);
  const stepRef = useRef<StepToMatch>(undefined);
  const drawnRef = useRef<DrawnGraphs>(undefined);
  const sides = useSides(group, settings);
  const [baseline, comparison] = [sides.baseline.requested, sides.comparison.requested];
  const request = profileRequest(group, comparison.span, { ...settings, latest: null });
  const compared = useComparison(
    request,
    {
      ...{ group: baseline.group, startTime: baseline.span.from, endTime: baseline.span.to },
      ...(baseline.kept !== undefined && { kept: baseline.kept }),
    },
    settings,
    px,
  );
  const { query, view, picture: unpriced } = compared;
  const isCurrent = view !== undefined && !query.isPlaceholderData;
  const costs = useComparedCosts(settings, { baseline, comparison }, isCurrent);
  const sideCosts = costs?.costs;
  const picture = useMemo(
    () => (unpriced && sideCosts ? { ...unpriced, costs: sideCosts } : unpriced),
    [unpriced, sideCosts],
  );
  // The states stay in the toolbar when the next comparison fails.
  const [occurring, setOccurring] = useState<readonly StateSamples[]>([]);
  if (view && view.occurring !== occurring) setOccurring(view.occurring);
  const states = sortStates(
    chosenStates(
      settings.data ?? undefined,
      occurring.map(({ state }) => state),
    ),
  );
  const [drawnMatches, onMatches] = useState<DrawnMatches>();
  return {
    ...compared,
    ...{ group, settings, px, field, stepRef, drawnRef, sides, request, occurring, states },
    ...{ drawnMatches, onMatches, picture, costs, isCurrent },
    isEmpty: isNotFound(query.error),
    deeper: view?.deeper && comparedDeeperText(view.deeper, view.unit),
  };
}

export type ComparePanelState = ReturnType<typeof useComparePanel>;
