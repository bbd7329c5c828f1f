'use client';

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
  /** Pieces asked for. */
  all: number;
  fetching: boolean;
  retry(): void;
  /** Asks again only for the pieces that failed. */
  retryFailed(): void;
};

/** A profile asked in pieces and merged, for a screen `px` pixels wide. */
export function useProfile(
  asks: readonly ProfileAsk[],
  data: ProfileSettings['data'],
  px: number,
): ProfileState {
  const results = useQueries({ queries: asks.map((ask) => profileOptions(forScreen(ask, data, px))) });
  const joined = joinPieces(results);
  const [merge] = useState(rememberingMerge);
  const merged = merge(joined.answers.map((answer) => answer.data));
  const [shown, setShown] = useState(merged);
  if (merged && merged !== shown) setShown(merged);
  const waiting = results.some(({ isPending }) => isPending);
  return {
    ...joined,
    profile: merged ?? (waiting ? shown : undefined),
    old: !merged && waiting && shown !== undefined,
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
