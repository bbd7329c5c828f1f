import type { Answer } from '@/lib/answer/answer';
import { SECOND } from '@/lib/time/duration';
import { allPages, listCoverage, type Page } from './aws/pages';
import { exactNow } from './clock';
import { SharedCalls } from './shared-calls';

const TTL_MS = 10 * SECOND;

/** Whether the id or the parent is a profiling group, or the list is of all groups. */
type Sharing = { byGroup?: boolean };

/** Makes a function that reads one resource by its id and shares the answer for ten seconds. */
export function sharedResource<Id, Data>(
  what: string,
  load: (id: Id, signal: AbortSignal) => Promise<Data>,
  options: Sharing = {},
): (id: Id, signal?: AbortSignal) => Promise<Answer<Data>> {
  const answers = SharedCalls.named<Answer<Data>>(what, { ttlMs: TTL_MS, ...options });
  return (id, signal) =>
    answers.get(
      JSON.stringify([id]),
      async (callSignal) => {
        const asOf = exactNow();
        return { data: await load(id, callSignal), asOf, partial: false, warnings: [] };
      },
      signal,
    );
}

/** Makes a function that reads all pages of a list and shares the answer for ten seconds. */
export function sharedList<Parent, Item>(
  what: string,
  getPage: (parent: Parent, nextToken: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
  options: Sharing = {},
): (parent: Parent, signal?: AbortSignal) => Promise<Answer<Item[]>> {
  const answers = SharedCalls.named<Answer<Item[]>>(what, { ttlMs: TTL_MS, ...options });
  return (parent, signal) =>
    answers.get(
      JSON.stringify([parent]),
      async (callSignal) => {
        const asOf = exactNow();
        const listed = await allPages((nextToken) => getPage(parent, nextToken, callSignal));
        return { data: listed.items, asOf, ...listCoverage(listed, what) };
      },
      signal,
    );
}
