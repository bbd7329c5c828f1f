import { LRUCache } from 'lru-cache';
import type { ViewChoice } from '@/lib/profile/view/choice';
import type { IndexedTree } from '@/lib/profile/view/indexed-tree';

/** A view is some 300 kB, and most links open one that somebody has just seen. */
const MAX_VIEWS_PER_PROFILE = 4;

/** The latest views of each profile that is in memory, because opening the same link again must not compute them again. */
export class RecentViews<View extends { searchError?: string }> {
  readonly #views = new WeakMap<IndexedTree, LRUCache<string, View>>();

  /** The view of a profile by a choice, computed unless it is known. `profile` with the choice must determine it. */
  get(profile: IndexedTree, choice: ViewChoice, compute: () => View): View {
    const views = this.#views.get(profile) ?? new LRUCache<string, View>({ max: MAX_VIEWS_PER_PROFILE });
    this.#views.set(profile, views);
    const key = JSON.stringify(choice);
    const known = views.get(key);
    if (known) return known;
    const view = compute();
    // A search that timed out may succeed next time.
    if (view.searchError === undefined) views.set(key, view);
    return view;
  }
}
