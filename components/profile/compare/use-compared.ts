'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { samplesOf } from '@/lib/profile/transform/screen';
import { matchedNodes } from '@/lib/profile/transform/search';
import { nodeAt, pathKey } from '@/lib/profile/tree/path-key';
import { fromCompact } from '@/lib/profile/view/compact';
import type { ProfileComparisonRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { ComparedView } from '@/lib/profile/view/view';
import { comparedOptions } from '@/lib/queries/profile';
import type { Picture } from '../graph/picture';
import { viewChoice } from '../request/profile-request';
import { useTyped } from '../request/use-debounced-search';
import { useAskAhead } from '../request/use-prefetch';
import { inOrderOf, useDrawnFocus } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';

/** Two profiles as one picture: as wide as both sides together, in the unit compared. */
export type ComparedPicture = Picture & Pick<ComparedView, 'unit'> & { sides: ComparedView['samples'] };

/** The comparison that is asked for, or the one of the same group shown before while it is awaited. */
export function useCompared(
  ask: ProfileRequest,
  baseline: ProfileComparisonRequest['baseline'],
  settings: ProfileSettings,
  px: number,
) {
  const chosen = useTyped(settings);
  const askOf = (focus: string): ProfileComparisonRequest => ({
    ...ask,
    ...viewChoice({ ...chosen, focus }, px),
    baseline,
    unit: settings.unit,
    ...(settings.chance && { chance: settings.chance }),
  });
  const query = useQuery({
    ...comparedOptions(askOf(settings.focus)),
    placeholderData: (before) => (before?.data.group === ask.group ? before : undefined),
  });
  const view = query.data?.data;
  const { siblings, search } = settings;
  const focus = useDrawnFocus(settings.focus, query.isPlaceholderData);
  const drawn = useMemo(() => view && drawnOf(view, siblings), [view, siblings]);
  const node = useMemo(() => drawn && nodeAt(drawn.tree, focus), [drawn, focus]);
  const picture = useMemo((): ComparedPicture | undefined => {
    if (!drawn) return undefined;
    const { told, ...known } = drawn;
    return { ...known, focus: node ?? 0, matched: matchedNodes(known.tree, search, told) };
  }, [drawn, node, search]);
  const onRest = useAskAhead((client, target) => {
    if (!drawn || query.isPlaceholderData) return undefined;
    return client.query(comparedOptions(askOf(pathKey(drawn.tree, target))));
  });
  return {
    query,
    view,
    picture,
    focusLost: drawn !== undefined && node === undefined && !query.isPlaceholderData,
    onRest,
  };
}

function drawnOf(view: ComparedView, siblings: ProfileSettings['siblings']) {
  const { states, matched } = view;
  const { tree, source } = inOrderOf(fromCompact(view.tree), states, siblings);
  const total = samplesOf(tree, states);
  return {
    tree,
    states,
    samples: { total, self: samplesOf(tree, states, 'self') },
    whole: total[0] ?? 0,
    told: matched && Uint8Array.from(source, (node) => matched[node] ?? 0),
    unit: view.unit,
    sides: view.samples,
  };
}
