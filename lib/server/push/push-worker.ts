import { Worker } from 'node:worker_threads';

/** Parsed JSON takes about ten times the memory of its text. */
const MAX_HEAP_MIB = 4096;

/** Starts a worker thread that pushes one file. Next compiles its entry; elsewhere, as in tests, the sources run directly. */
export function startPushWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MAX_HEAP_MIB };
  if (process.env.NEXT_RUNTIME)
    return new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits });
  return new Worker(new URL(import.meta.url.replace(/[^/]*$/, 'worker-from-source.mjs')), {
    execArgv: [],
    resourceLimits,
  });
}
