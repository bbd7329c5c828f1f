import { processWide } from './process-wide';

const queue = () => processWide('own tasks', () => ({ last: Promise.resolve() }));

/**
 * Resolves in a task of its own, before which the requests of others are answered. All who wait are in one queue, so that others come in
 * between any two of them, too.
 */
export function ownTask(): Promise<void> {
  const tasks = queue();
  tasks.last = tasks.last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return tasks.last;
}
