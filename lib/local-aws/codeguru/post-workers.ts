import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { isGzip, UndecodableProfile, UnreadableBytes } from '@/lib/profile/decode';
import { lengthSaidBy } from './gzip';
import type { LargestPost } from './largest-post';
import type { Done, Job } from './post-worker';
import { type PreparedPost, preparePost } from './prepare-post';

/** Smaller ones are prepared at once: some milliseconds. */
const LARGE_BYTES = 256 * 1024;
const LARGE_UNZIPPED_BYTES = 1024 * 1024;
const MOST_WORKERS = 2;

type Waiting = { resolve(prepared: PreparedPost): void; reject(error: Error): void };

/**
 * Prepares large posts in threads of their own, so that the server goes on answering; they begin with the first that
 * comes, which is prepared here as all are until a thread is ready, or when none can be had.
 */
export class PostWorkers {
  #workers: PostWorker[] | undefined;

  /** Whether there are threads, ready or not yet. */
  get isBegun(): boolean {
    return this.#workers !== undefined;
  }

  /** How many threads are ready. */
  get ready(): number {
    return this.#workers?.filter(({ isReady }) => isReady).length ?? 0;
  }

  prepare(body: Uint8Array, largest: LargestPost): Promise<PreparedPost> {
    if (!isLarge(body)) return preparePost(body, largest);
    this.#workers ??= Array.from(
      { length: Math.min(availableParallelism(), MOST_WORKERS) },
      () => new PostWorker(),
    );
    const [least] = this.#workers.filter(({ isReady }) => isReady).sort((a, b) => a.jobs - b.jobs);
    return least ? least.prepare(body, largest) : preparePost(body, largest);
  }

  async close(): Promise<void> {
    await Promise.all((this.#workers ?? []).map((worker) => worker.close()));
  }
}

/** A small zip can hold much. */
function isLarge(body: Uint8Array): boolean {
  return body.length >= LARGE_BYTES || (isGzip(body) && lengthSaidBy(body) >= LARGE_UNZIPPED_BYTES);
}

/** One thread. One that ended unasked fails what it was at, and gets nothing more to do. */
class PostWorker {
  isReady = false;
  readonly #waiting = new Map<number, Waiting>();
  readonly #worker: Worker;
  #lastId = 0;

  constructor() {
    const entry = new URL('./post-worker-entry.mjs', import.meta.url);
    this.#worker = new Worker(entry, { execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (message: 'ready' | Done) => {
      if (message === 'ready') this.isReady = true;
      else this.#settle(message);
    });
    this.#worker.on('error', (error) => {
      console.error('local-aws: a thread for posts ended:', error);
      this.#ended(error);
    });
    this.#worker.on('exit', () => this.#ended(new Error('the thread ended')));
  }

  get jobs(): number {
    return this.#waiting.size;
  }

  prepare(body: Uint8Array, largest: LargestPost): Promise<PreparedPost> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, body, largest } satisfies Job);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(done: Done): void {
    const waiting = this.#waiting.get(done.id);
    this.#waiting.delete(done.id);
    if ('prepared' in done) waiting?.resolve(done.prepared);
    else if (done.failure === 'unreadable') waiting?.reject(new UnreadableBytes(done.message));
    else if (done.failure === 'undecodable') waiting?.reject(new UndecodableProfile(done.message));
    else waiting?.reject(new Error(done.message));
  }

  #ended(error: Error): void {
    this.isReady = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
