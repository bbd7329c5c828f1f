'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ProblemError } from '@/lib/answer/problem';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { View } from '@/lib/profile/view/choice';
import { fromCompact } from '@/lib/profile/view/compact';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { InspectedFunction, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import { functionsOptions, profileOptions } from '@/lib/queries/profile';
import type { ProfileSettings } from '../settings/profile-settings';
import { functionsChoice, graphView, viewChoice } from './profile-request';
import { useTyped } from './use-debounced-search';

/** A profile as the browser has it. */
export type ScreenProfile = Omit<ProfileView, 'tree' | 'matched' | 'inspection'> & {
  /** Of an inspected function what it called. */
  tree: CallTree;
  inspection: (Omit<InspectedFunction, 'callers'> & { callers: CallTree }) | undefined;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
};

export type ProfileState = {
  /** The profile asked for, or the one shown before while it is awaited. */
  profile: ScreenProfile | undefined;
  /** The graph that it is of. */
  view: View;
  functions: ProfileFunctions | undefined;
  asOf?: number;
  coverage?: { from: number; to: number };
  warnings: readonly string[];
  /** The profile is of an earlier question; so are the functions. */
  old: boolean;
  oldFunctions: boolean;
  /** What the profile says was found is not yet of the text written. */
  searching: boolean;
  /** There is no profile of this time. */
  empty: boolean;
  error: Error | undefined;
  fetching: boolean;
  retry(): void;
};

/** A profile for a screen `px` pixels wide, and its functions. One of the same group stays until the next is there. */
export function useProfile(ask: ProfileRequest, settings: ProfileSettings, px: number): ProfileState {
  const { search } = settings;
  const chosen = useTyped(settings);
  const enabled = settings.view !== 'compare';
  const ofGroup = <Known extends { data: { group: string } }>(before: Known | undefined) =>
    before?.data.group === ask.group ? before : undefined;
  const view = useQuery({
    ...profileOptions({ ...ask, ...viewChoice(chosen, px) }),
    placeholderData: (before) => ofGroup(before),
    enabled,
  });
  const functions = useQuery({
    ...functionsOptions({ ...ask, ...functionsChoice(chosen) }),
    placeholderData: (before) => ofGroup(before),
    // A table beside a graph comes after it.
    enabled: enabled && (settings.view === 'functions' || !view.isPlaceholderData),
  });
  const profile = useMemo(() => view.data && screenProfile(view.data.data), [view.data]);
  const wanted = graphView(settings.view);
  const [drawn, setDrawn] = useState(wanted);
  if (drawn !== wanted && !view.isPlaceholderData) setDrawn(wanted);
  const { asOf, coverage, warnings = [] } = view.data ?? {};
  const empty = isNone(view.error);
  return {
    profile,
    view: view.isPlaceholderData ? drawn : wanted,
    functions: functions.data?.data,
    ...(asOf !== undefined && { asOf }),
    ...(coverage && { coverage }),
    warnings,
    old: view.isPlaceholderData,
    oldFunctions: functions.isPlaceholderData,
    searching: search !== chosen.search || view.isPlaceholderData,
    empty,
    error: empty ? undefined : (view.error ?? undefined),
    fetching: view.isFetching,
    retry: () => {
      void view.refetch();
      void functions.refetch();
    },
  };
}

function screenProfile({ tree, matched, inspection, ...profile }: ProfileView): ScreenProfile {
  return {
    ...profile,
    tree: fromCompact(tree),
    matched: matched && Uint8Array.from(matched),
    inspection: inspection && { ...inspection, callers: fromCompact(inspection.callers) },
  };
}

/** AWS says so of a time without a profile; that the group exists is asked apart. */
const isNone = (error: Error | null) =>
  error instanceof ProblemError && error.problem.code === 'ResourceNotFoundException';
