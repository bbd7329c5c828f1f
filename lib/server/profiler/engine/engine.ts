import { Worker } from 'node:worker_threads';
import { processWide } from '../../process-wide';
import type { EngineReply, EngineRequest, Operation, Operations } from './messages';

type Pending = { resolve(output: never): void; reject(error: Error): void };

/**
 * Decodes, caches and evaluates profiles in a worker thread, which keeps the server's own thread responsive.
 * The worker starts with the first operation, and again after it ended; its cache is then empty.
 */
class Engine {
  #worker: Worker | undefined;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  run<Name extends Operation>(
    operation: Name,
    input: Operations[Name]['input'],
    transferred: readonly ArrayBuffer[] = [],
  ): Promise<Operations[Name]['output']> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      worker.postMessage({ id, operation, input } as EngineRequest, transferred);
      this.#pending.set(id, { resolve, reject });
    });
  }

  /** Ends the worker and with it the cache. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = newWorker();
    worker.unref();
    worker.on('message', (reply: EngineReply) => this.#settle(reply));
    worker.on('error', (error) => this.#handleEnd(worker, error));
    worker.on('exit', () => this.#handleEnd(worker, new Error('the profile worker ended')));
    return worker;
  }

  #settle(reply: EngineReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ('output' in reply) pending?.resolve(reply.output as never);
    else pending?.reject(new Error(reply.failure));
  }

  #handleEnd(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

/** Next compiles the worker's entry to JavaScript; elsewhere, as in tests, the sources run directly. */
function newWorker(): Worker {
  if (process.env.NEXT_RUNTIME) return new Worker(new URL('./worker.ts', import.meta.url));
  return new Worker(new URL(import.meta.url.replace(/[^/]*$/, 'worker-from-source.mjs')), { execArgv: [] });
}

export const engine = () => processWide('profile engine', () => new Engine());
