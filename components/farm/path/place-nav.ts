import type { Route } from 'next';
import { drilled, isSamePlace, type Place } from '@/lib/farm/filters/place';
import type { GroupKey } from '@/lib/farm/session-statistics';

/** The place in the costs of a farm that the page shows, and ways to others. */
export type PlaceNav = {
  place: Place;
  href(place: Place): Route;
  /** Goes to a place as a new history entry. */
  go(place: Place): void;
};

/** Link to one value of a key, grouped by what comes next; undefined if AWS can't answer that, or it is shown already. */
export function drillHref({ place, href }: PlaceNav, key: GroupKey, id: string): Route | undefined {
  const to = drilled(place, { key, id });
  return to && !isSamePlace(to, place) ? href(to) : undefined;
}
