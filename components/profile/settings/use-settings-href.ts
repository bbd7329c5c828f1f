'use client';

import type { Route } from 'next';
import { useSearchParams } from 'next/navigation';
import { createSerializer } from 'nuqs';
import { asRoute } from '@/components/range/use-range-href';
import type { RangeText } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';
import { type ProfileSettings, profileParams } from './profile-settings';

/** Settings and range that a link changes; null restores a default. */
export type LinkedChange = Partial<ProfileSettings & RangeText> & { asof?: null };

const serialize = createSerializer({ ...rangeSearchParams, ...profileParams });

const NONE: readonly string[] = [];

/**
 * Returns a function that makes the link to a group's page with some settings changed and all others kept, without parameters that
 * another page has.
 */
export function useSettingsHref(group: string, without = NONE): (change: LinkedChange) => Route {
  const search = new URLSearchParams(useSearchParams());
  for (const parameter of without) search.delete(parameter);
  return (change) => asRoute(serialize(`/profiles/${encodeURIComponent(group)}?${search}`, change));
}
