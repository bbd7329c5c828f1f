import { KEPT_PARAM } from '@/lib/time/search-params';

/** The shared link whose page this is. A page of another link, or of none, is a new document, so that no answers mix. */
const kept =
  typeof window === 'undefined' ? null : new URLSearchParams(window.location.search).get(KEPT_PARAM);

/** The id of the shared link whose page this is; null if it is none. */
export const documentKept = (): string | null => kept;

/** A path of the dashboard's API, for the page of a shared link with the link's id. */
export function withKept(path: string): string {
  if (kept === null) return path;
  const [address = '', query] = path.split('?', 2);
  const search = new URLSearchParams(query);
  search.set(KEPT_PARAM, kept);
  return `${address}?${search}`;
}
