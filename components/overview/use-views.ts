'use client';

import { useQueryStates } from 'nuqs';
import type { View } from '@/lib/overview/view';
import { useQuery } from '@/lib/queries/use-query';
import { viewsOptions } from '@/lib/queries/views';
import { overviewParams } from './overview-params';

type Views = {
  all: readonly View[];
  /** The view of the link; undefined shows everything. */
  view: View | undefined;
  /** The link has a view, which isn't known yet. */
  isLoading: boolean;
  /** The name of a view in the link that there isn't. */
  unknown: string | undefined;
  warnings: readonly string[];
  /** Shows a view, or without one everything, in the URL. */
  choose(name: string | null, history: 'push' | 'replace'): void;
};

/** The views of the configuration, and the one in the URL. */
export function useViews(): Views {
  const { data, error } = useQuery(viewsOptions());
  const [{ view: chosen }, change] = useQueryStates(overviewParams);
  const all = data?.data ?? [];
  const view = all.find(({ name }) => name === chosen);
  const isMissing = chosen !== null && !view;
  const isRead = data !== undefined || error !== null;
  return {
    all,
    view,
    isLoading: isMissing && !isRead,
    unknown: isMissing && isRead ? chosen : undefined,
    warnings: data?.warnings ?? [],
    choose: (name, history) => void change({ view: name, farm: null }, { history }),
  };
}
