'use client';

import { type ReactNode, use } from 'react';

let last: Promise<void> = Promise.resolve();

function nextTask(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}

/**
 * Renders a part of a page in a separate task on the server, because rendering a whole page at once would block all other
 * requests. All pages share the queue. A part takes two tasks: React calls it again when it resumes. The browser renders
 * everything at once.
 */
export function SeparateTask({ children }: { children: ReactNode }) {
  if (typeof window === 'undefined') use(nextTask());
  return children;
}
