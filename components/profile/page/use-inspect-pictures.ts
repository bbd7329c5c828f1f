'use client';

import { useMemo } from 'react';
import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { Picture } from '../graph/picture';
import { inOrder, sortedTree } from '../request/sorted-tree';
import type { LoadedProfile } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';

/** Node of the inspected function in both trees: the only child of the root. */
export const FUNCTION = 1;

/** The callers and the callees of an inspected function as pictures of the same scale. */
export function useInspectPictures(
  inspection: NonNullable<LoadedProfile['inspection']>,
  picture: ProfilePicture,
  { siblings, search }: Pick<ProfileSettings, 'siblings' | 'search'>,
): { callers: Picture; callees: Picture } {
  const { states, whole, isCoarse, cost } = picture;
  const callees = useMemo((): Picture => ({ ...picture, focus: focusOf(picture.tree) }), [picture]);
  const callers = useMemo((): Picture => {
    const { source, ...rest } = sortedTree(inspection.callers, states, siblings);
    const matched = matchedNodes(rest.tree, search, inOrder(inspection.callersMatched, source));
    // The graph of the callees shows the function itself.
    matched?.fill(0, FUNCTION, FUNCTION + 1);
    return { ...rest, whole, focus: focusOf(rest.tree), matched, isCoarse, cost };
  }, [inspection, states, siblings, whole, search, isCoarse, cost]);
  return { callers, callees };
}

/** Whether a tree has more than the inspected function. */
export const hasOthers = ({ tree }: Picture): boolean => tree.name.length > FUNCTION + 1;

const focusOf = (tree: CallTree) => (tree.name.length > FUNCTION ? FUNCTION : 0);
