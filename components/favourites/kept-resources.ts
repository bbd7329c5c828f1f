'use client';

import { useSyncExternalStore } from 'react';
import { isSameResource, parseResources, type Resource } from '@/lib/overview/resource';

const NONE: readonly Resource[] = [];

/** A list of resources that this browser keeps, for all of its tabs. Where nothing can be stored it lasts as long as the page. */
class KeptResources {
  #known: { text: string | null; list: readonly Resource[] } = { text: null, list: NONE };
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly max: number,
  ) {}

  /** The same list until it changes. */
  readonly list = (): readonly Resource[] => {
    const text = this.#stored();
    if (text !== undefined && text !== this.#known.text)
      this.#known = { text, list: parseResources(text, this.max) };
    return this.#known.list;
  };

  /** Keeps a resource as the first one. The last one makes room for it. */
  add(resource: Resource): void {
    this.#keep([resource, ...this.list().filter((each) => !isSameResource(each, resource))]);
  }

  remove(resource: Resource): void {
    this.#keep(this.list().filter((each) => !isSameResource(each, resource)));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  };

  #keep(resources: readonly Resource[]): void {
    const list = resources.slice(0, this.max);
    const text = JSON.stringify(list);
    try {
      localStorage.setItem(this.key, text);
      this.#known = { text, list };
    } catch {
      // Storage is full or forbidden.
      this.#known = { ...this.#known, list };
    }
    for (const listener of this.#listeners) listener();
  }

  #stored(): string | null | undefined {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return undefined;
    }
  }
}

export const MAX_FAVOURITES = 30;
export const MAX_RECENT = 6;

export const favourites = new KeptResources('triptych-favourites', MAX_FAVOURITES);
export const recent = new KeptResources('triptych-recent', MAX_RECENT);

/** A list that this browser keeps; empty on the server and until the page is hydrated. */
export const useKept = (kept: KeptResources): readonly Resource[] =>
  useSyncExternalStore(kept.subscribe, kept.list, () => NONE);
