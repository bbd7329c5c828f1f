import { MAX_SEARCH_LENGTH, PACKAGE_SEARCH } from '../transform/search';

/** Settings of a page that show only some frames: a search, or thread states. */
export type FrameFilter = { search: string } | { data: readonly string[] };

/** Searches for the functions of a package; '' has those without one. Undefined when its name is too long. */
export const packageFilter = (name: string): FrameFilter | undefined => asSearch(`${PACKAGE_SEARCH}${name}`);

/** Searches for the viewer's own code. Undefined without prefixes, or when they are too long for a search. */
export function ownCodeFilter(prefixes: readonly string[]): FrameFilter | undefined {
  const escaped = prefixes.filter((prefix) => prefix !== '').map(escapedForRe2);
  if (escaped.length === 0) return undefined;
  return asSearch(escaped.length === 1 ? `/^${escaped[0]}/` : `/^(?:${escaped.join('|')})/`);
}

const asSearch = (search: string) => (search.length <= MAX_SEARCH_LENGTH ? { search } : undefined);

const escapedForRe2 = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
