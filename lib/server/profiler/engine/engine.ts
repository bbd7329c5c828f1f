import { Worker } from 'node:worker_threads';
import { processWide } from '../../process-wide';
import type { Operation, Operations, Question, Reply } from './messages';

type Waiting = { resolve(answer: never): void; reject(error: Error): void };

/**
 * Profiles are decoded, held and looked at in a thread of its own, so that the server goes on answering. It begins
 * with the first question, and again after it ended: what it held is then asked of AWS again.
 */
class Engine {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  ask<Name extends Operation>(
    operation: Name,
    ask: Operations[Name]['ask'],
    transferred: readonly ArrayBuffer[] = [],
  ): Promise<Operations[Name]['answer']> {
    this.#worker ??= this.#begin();
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      worker.postMessage({ id, operation, ask } as Question, transferred);
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Ends the thread and forgets what it held. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #begin(): Worker {
    const worker = newWorker();
    worker.unref();
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', () => this.#ended(worker, new Error('the thread for profiles ended')));
    return worker;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('answer' in reply) waiting?.resolve(reply.answer as never);
    else waiting?.reject(new Error(reply.failure));
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Next makes JavaScript of the thread's entry; elsewhere, as in tests, the sources run as they are. */
function newWorker(): Worker {
  if (process.env.NEXT_RUNTIME) return new Worker(new URL('./worker.ts', import.meta.url));
  return new Worker(new URL(import.meta.url.replace(/[^/]*$/, 'worker-from-source.mjs')), { execArgv: [] });
}

export const engine = () => processWide('profile engine', () => new Engine());
