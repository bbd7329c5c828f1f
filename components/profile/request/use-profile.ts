'use client';

import { useMemo, useState } from 'react';
import { isNotFound } from '@/lib/answer/problem';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { View } from '@/lib/profile/view/choice';
import { fromCompact } from '@/lib/profile/view/compact';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { InspectedFunction, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import { functionsOptions, profileOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { ProfileSettings } from '../settings/profile-settings';
import { functionsChoice, graphView, viewChoice } from './profile-request';
import { useDebouncedText } from './use-debounced-text';
import { useEqualParts } from './use-equal-parts';

/** A profile with its trees decoded. */
export type LoadedProfile = Omit<ProfileView, 'tree' | 'matched' | 'inspection'> & {
  /** Of an inspected function: its callees. */
  tree: CallTree;
  inspection: (Omit<InspectedFunction, 'callers'> & { callers: CallTree }) | undefined;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
};

export type ProfileState = {
  /** The requested profile, or the previous one while it loads. */
  profile: LoadedProfile | undefined;
  /** The graph that `profile` belongs to. */
  view: View;
  functions: ProfileFunctions | undefined;
  asOf?: number;
  coverage?: { from: number; to: number };
  warnings: readonly string[];
  /** `profile` answers an earlier request. */
  isPlaceholder: boolean;
  /** `functions` answers an earlier request. */
  areFunctionsPlaceholder: boolean;
  /** The requested time has no profile. */
  isEmpty: boolean;
  error: Error | undefined;
  isFetching: boolean;
  retry(): void;
};

/** Loads a profile for a graph `px` pixels wide, and its functions. The previous one of the same group stays until then. */
export function useProfile(request: ProfileRequest, settings: ProfileSettings, px: number): ProfileState {
  const prefixes = useDebouncedText(settings.mine.join());
  const chosen = { ...settings, mine: prefixes === '' ? [] : prefixes.split(',') };
  const ofGroup = <Answer extends { data: { group: string } }>(previous: Answer | undefined) =>
    previous?.data.group === request.group ? previous : undefined;
  const view = useQuery({
    ...profileOptions({ ...request, ...viewChoice(chosen, px) }),
    placeholderData: (previous) => ofGroup(previous),
  });
  const functions = useQuery({
    ...functionsOptions({ ...request, ...functionsChoice(chosen) }),
    placeholderData: (previous) => ofGroup(previous),
    // A table next to a graph loads after the graph.
    enabled: settings.view === 'functions' || !view.isPlaceholderData,
  });
  // The answer to a search has the same frames as before.
  const answer = useEqualParts(view.data?.data);
  const compact = answer?.tree;
  const tree = useMemo(() => compact && fromCompact(compact), [compact]);
  const profile = useMemo(() => answer && tree && loadedProfile(answer, tree), [answer, tree]);
  const wanted = graphView(settings.view);
  const [shown, setShown] = useState(wanted);
  if (shown !== wanted && !view.isPlaceholderData) setShown(wanted);
  const { asOf, coverage, warnings = [] } = view.data ?? {};
  const isEmpty = isNotFound(view.error);
  return {
    profile,
    view: view.isPlaceholderData ? shown : wanted,
    functions: functions.data?.data,
    ...(asOf !== undefined && { asOf }),
    ...(coverage && { coverage }),
    warnings,
    isPlaceholder: view.isPlaceholderData,
    areFunctionsPlaceholder: functions.isPlaceholderData,
    isEmpty,
    error: isEmpty ? undefined : (view.error ?? undefined),
    isFetching: view.isFetching,
    retry: () => {
      void view.refetch();
      void functions.refetch();
    },
  };
}

function loadedProfile({ matched, inspection, ...profile }: ProfileView, tree: CallTree): LoadedProfile {
  return {
    ...profile,
    tree,
    matched: matched && Uint8Array.from(matched),
    inspection: inspection && { ...inspection, callers: fromCompact(inspection.callers) },
  };
}
