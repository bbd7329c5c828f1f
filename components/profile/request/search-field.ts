'use client';

import { useEffect, useLayoutEffect, useState } from 'react';
import { afterPaint } from './after-paint';

/** The text in the search field. Only the field and the graph follow it at once. */
export type SearchField = {
  subscribe(onChange: () => void): () => void;
  text(): string;
  /** Changes the text, and applies it once the browser has painted it and its matches. */
  type(text: string, apply: (text: string) => void): void;
};

/** A search field that starts with a text. */
export function searchField(initial: string) {
  let text = initial;
  let cancel: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const show = (next: string) => {
    text = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    text: () => text,
    type: (next: string, apply: (text: string) => void) => {
      cancel?.();
      cancel = afterPaint(() => {
        cancel = undefined;
        apply(next);
      });
      show(next);
    },
    /** Shows the applied search, unless a typed one is still to be applied. */
    follow: (applied: string) => {
      if (!cancel) show(applied);
    },
    /** Drops a text that is still to be applied. */
    leave: () => cancel?.(),
  };
}

/**
 * The search field of a panel. Its text is ahead of the search in the URL, because everything else that shows the search would
 * delay the matches in the graph.
 */
export function useSearchField(applied: string): SearchField {
  const [field] = useState(() => searchField(applied));
  useLayoutEffect(() => field.follow(applied), [field, applied]);
  useEffect(() => field.leave, [field]);
  return field;
}
