'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { mergeViews, type ScreenProfile } from '@/lib/profile/pieces';
import type { ProfileAsk, ProfileView } from '@/lib/profile/view';
import { profileOptions } from '@/lib/queries/profile';
import { type JoinedPieces, joinPieces } from './join-pieces';
import { forScreen } from './profile-asks';
import type { ProfileSettings } from './profile-settings';

export type ProfileState = JoinedPieces & {
  /** Of the pieces that have come, or the one shown before while none has. */
  profile: ScreenProfile | undefined;
  /** The profile is of an earlier question. */
  old: boolean;
  /** What the profile says was found is not yet of the text written. */
  searching: boolean;
  /** Pieces asked for. */
  all: number;
  fetching: boolean;
  retry(): void;
  /** Asks again only for the pieces that failed. */
  retryFailed(): void;
};

/** Writing is over after so many milliseconds without a key. */
const TYPING_MS = 250;

/** A profile asked in pieces and merged, for a screen `px` pixels wide. */
export function useProfile(
  asks: readonly ProfileAsk[],
  { data, focus, search }: ProfileSettings,
  px: number,
): ProfileState {
  const [typed] = useDebouncedValue(search, TYPING_MS);
  const choice = { data, focus, search: search === '' ? '' : typed };
  const results = useQueries({ queries: asks.map((ask) => profileOptions(forScreen(ask, choice, px))) });
  const joined = joinPieces(results);
  const [merge] = useState(rememberingMerge);
  const merged = merge(joined.answers.map((answer) => answer.data));
  const waiting = results.some(({ isPending }) => isPending);
  const range = JSON.stringify(asks);
  const look = JSON.stringify(choice);
  const [shown, setShown] = useState({ profile: merged, range, look, whole: !waiting });
  // Another look at the same range replaces a whole picture only by a whole one.
  const keeps = waiting && shown.whole && shown.range === range && shown.look !== look;
  if (merged && !keeps && (merged !== shown.profile || shown.whole === waiting)) {
    setShown({ profile: merged, range, look, whole: !waiting });
  }
  const fresh = keeps ? undefined : merged;
  return {
    ...joined,
    profile: fresh ?? (waiting ? shown.profile : undefined),
    old: !fresh && waiting && shown.profile !== undefined,
    searching: search !== choice.search || (waiting && !fresh),
    all: results.length,
    fetching: results.some(({ isFetching }) => isFetching),
    retry: () => results.forEach((result) => void result.refetch()),
    retryFailed: () => results.filter(({ error }) => error).forEach((result) => void result.refetch()),
  };
}

/** mergeViews that gives the same profile for the same views, so that nothing is drawn twice. */
function rememberingMerge() {
  let last: { views: readonly ProfileView[]; profile: ScreenProfile | undefined } = {
    views: [],
    profile: undefined,
  };
  return (views: readonly ProfileView[]) => {
    const same = views.length === last.views.length && views.every((view, i) => view === last.views[i]);
    if (!same) last = { views, profile: mergeViews(views) };
    return last.profile;
  };
}
