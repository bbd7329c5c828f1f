import { processWide } from './process-wide';

const queue = () => processWide('own tasks', () => ({ last: Promise.resolve() }));

/** Resolves in a later task of the event loop, one caller in each, so that other requests are answered between any two of them. */
export function ownTask(): Promise<void> {
  const tasks = queue();
  tasks.last = tasks.last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return tasks.last;
}
