import { MAX_SEARCH_LENGTH, PACKAGE_SEARCH } from '../transform/search';
import type { PackageSlots } from './package-slots';

/** Settings of a page that show only some frames: a search, or thread states. */
export type FrameFilter = { search: string } | { data: readonly string[] };

/** Searches for the functions of a package; '' has those without one. Undefined when its name is too long. */
export const packageFilter = (name: string): FrameFilter | undefined => asSearch(`${PACKAGE_SEARCH}${name}`);

/** Searches for the functions of all packages but those with a colour of their own. Undefined when their names are too long or have commas. */
export function otherPackagesFilter(slots: PackageSlots): FrameFilter | undefined {
  const names = slots.filter((name) => name !== '');
  return names.some((name) => name.includes(','))
    ? undefined
    : asSearch(`${PACKAGE_SEARCH}-${names.join(',')}`);
}

/** Searches for the viewer's own code. Undefined without prefixes, or when they are too long for a search. */
export const ownCodeFilter = (prefixes: readonly string[]): FrameFilter | undefined =>
  prefixSearch(prefixes, '/');

/** Searches for all code that isn't the viewer's own. */
export const otherCodeFilter = (prefixes: readonly string[]): FrameFilter | undefined =>
  prefixSearch(prefixes, '/v');

function prefixSearch(prefixes: readonly string[], end: '/' | '/v'): FrameFilter | undefined {
  const escaped = prefixes.filter((prefix) => prefix !== '').map(escapedForRe2);
  if (escaped.length === 0) return undefined;
  return asSearch(escaped.length === 1 ? `/^${escaped[0]}${end}` : `/^(?:${escaped.join('|')})${end}`);
}

const asSearch = (search: string) => (search.length <= MAX_SEARCH_LENGTH ? { search } : undefined);

const escapedForRe2 = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
