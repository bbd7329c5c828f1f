'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ProblemError } from '@/lib/answer/problem';
import type { CallTree } from '@/lib/profile/call-tree';
import { fromCompact } from '@/lib/profile/compact';
import type { ProfileAsk, ProfileFunctions, ProfileView } from '@/lib/profile/view';
import { functionsOptions, profileOptions } from '@/lib/queries/profile';
import { frameChoice, viewChoice } from './profile-asks';
import type { ProfileSettings } from './profile-settings';

/** A profile as the browser has it. */
export type ScreenProfile = Omit<ProfileView, 'tree' | 'matched'> & {
  tree: CallTree;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
};

export type ProfileState = {
  /** The profile asked for, or the one shown before while it is awaited. */
  profile: ScreenProfile | undefined;
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

/** Writing is over after so many milliseconds without a key. */
const TYPING_MS = 200;

/** A profile for a screen `px` pixels wide, and its functions. */
export function useProfile(
  ask: ProfileAsk,
  { data, focus, search }: ProfileSettings,
  px: number,
): ProfileState {
  const [typed] = useDebouncedValue(search, TYPING_MS);
  const choice = { data, focus, search: search === '' ? '' : typed };
  const view = useQuery({
    ...profileOptions({ ...ask, ...viewChoice(choice, px) }),
    placeholderData: keepPreviousData,
  });
  const functions = useQuery({
    ...functionsOptions({ ...ask, ...frameChoice(choice) }),
    placeholderData: keepPreviousData,
  });
  const profile = useMemo(() => view.data && screenProfile(view.data.data), [view.data]);
  const { asOf, coverage, warnings = [] } = view.data ?? {};
  const empty = isNone(view.error);
  return {
    profile,
    functions: functions.data?.data,
    ...(asOf !== undefined && { asOf }),
    ...(coverage && { coverage }),
    warnings,
    old: view.isPlaceholderData,
    oldFunctions: functions.isPlaceholderData,
    searching: search !== choice.search || view.isPlaceholderData,
    empty,
    error: empty ? undefined : (view.error ?? undefined),
    fetching: view.isFetching,
    retry: () => {
      void view.refetch();
      void functions.refetch();
    },
  };
}

function screenProfile({ tree, matched, ...profile }: ProfileView): ScreenProfile {
  return { ...profile, tree: fromCompact(tree), matched: matched && Uint8Array.from(matched) };
}

/** AWS says so of a time without a profile; that the group exists is asked apart. */
const isNone = (error: Error | null) =>
  error instanceof ProblemError && error.problem.code === 'ResourceNotFoundException';
