'use client';

import { type ReactNode, use } from 'react';

let last: Promise<void> = Promise.resolve();

function nextTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}

/**
 * A part of a page that the server draws in a turn of its own: drawn in one go, a page would keep its thread from all
 * others for the time. All pages share the queue, in which a part costs two turns: React asks again when it goes on. The
 * browser draws all at once.
 */
export function SeparateTask({ children }: { children: ReactNode }) {
  if (typeof window === 'undefined') use(nextTurn());
  return children;
}
