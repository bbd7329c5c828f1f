'use client';

import { useMemo } from 'react';
import { isExpression } from '@/lib/profile/transform/search';
import { nodeOfPathKey, pathKey } from '@/lib/profile/tree/path-key';
import { fromCompact } from '@/lib/profile/view/compact';
import type { ProfileComparisonRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { ComparedView } from '@/lib/profile/view/view';
import { comparedOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { SideCosts } from '../cost/compared-cost';
import type { Picture } from '../graph/picture';
import { viewChoice } from '../request/profile-request';
import { searchMatches } from '../request/search-matches';
import { belowInOrder, inOrder, sortedTree } from '../request/sorted-tree';
import { useDebouncedText } from '../request/use-debounced-text';
import { useDrawnFocus } from '../request/use-drawn-focus';
import { useEqualParts } from '../request/use-equal-parts';
import { usePrefetch } from '../request/use-prefetch';
import type { ProfileSettings } from '../settings/profile-settings';

/** Two profiles as one picture: as wide as both sides together, in the compared unit. */
export type ComparedPicture = Picture &
  Pick<ComparedView, 'unit'> & {
    sides: ComparedView['samples'];
    /** What each side cost; absent when it is unknown or not wanted. */
    costs?: SideCosts | undefined;
  };

/** Loads a comparison for a graph `px` pixels wide. The previous one of the same group stays until then. */
export function useComparison(
  request: ProfileRequest,
  baseline: ProfileComparisonRequest['baseline'],
  settings: ProfileSettings,
  px: number,
) {
  const { siblings, search } = settings;
  const chosen = { ...settings, search: useDebouncedText(search) };
  const requestOf = (focus: string): ProfileComparisonRequest => ({
    ...request,
    ...viewChoice({ ...chosen, focus }, px),
    baseline,
    unit: settings.unit,
    ...(settings.chance && { chance: settings.chance }),
  });
  const query = useQuery({
    ...comparedOptions(requestOf(settings.focus)),
    placeholderData: (previous) => (previous?.data.group === request.group ? previous : undefined),
  });
  // The answer to a search has the same frames as before.
  const view = useEqualParts(query.data?.data);
  const { tree: compact, states, unit, samples: sides, deeper: removed } = view ?? {};
  const tree = useMemo(() => compact && fromCompact(compact), [compact]);
  const focus = useDrawnFocus(settings.focus, query.isPlaceholderData);
  const sorted = useMemo(() => {
    if (!tree || !states || !unit || !sides) return undefined;
    const sortedView = sortedTree(tree, states, siblings);
    const deeper = removed && {
      maxDepth: removed.maxDepth,
      all: removed.baseline + removed.comparison,
      below: belowInOrder(removed.below, sortedView.source),
    };
    return { ...sortedView, whole: sortedView.samples.total[0] ?? 0, unit, sides, deeper };
  }, [tree, states, siblings, unit, sides, removed]);
  const node = useMemo(() => sorted && nodeOfPathKey(sorted.tree, focus), [sorted, focus]);
  const serverMatched = isExpression(search) ? view?.matched : undefined;
  const picture = useMemo((): ComparedPicture | undefined => {
    if (!sorted) return undefined;
    const matched = searchMatches(sorted.tree, search, inOrder(serverMatched, sorted.source));
    return { ...sorted, focus: node ?? 0, matched };
  }, [sorted, node, search, serverMatched]);
  const zoomedOptions = (target: number) =>
    comparedOptions(requestOf(sorted ? pathKey(sorted.tree, target) : ''));
  const prefetch = usePrefetch((client, target) =>
    query.isPlaceholderData ? undefined : client.query(zoomedOptions(target)),
  );
  return {
    query,
    view,
    picture,
    isSearching: search !== chosen.search || query.isPlaceholderData,
    isFocusMissing: sorted !== undefined && node === undefined && !query.isPlaceholderData,
    prefetch,
    zoomedOptions,
  };
}
