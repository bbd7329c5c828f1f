import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { isGzip, UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import { declaredLength } from '../../store/gzip';
import type { PostLimits } from './post-limits';
import type { Done, Job } from './post-worker';
import { type PreparedPost, preparePost } from './prepare-post';

/** Smaller ones are prepared at once: some milliseconds. */
const LARGE_BYTES = 256 * 1024;
const LARGE_UNZIPPED_BYTES = 1024 * 1024;
const MAX_WORKERS = 2;

type Task = {
  body: Uint8Array;
  largest: PostLimits;
  resolve(prepared: PreparedPost): void;
  reject(error: Error): void;
};

/**
 * Prepares large posts in threads of their own, so that the server goes on answering; they begin with the first that
 * comes, which is prepared here as all are until a thread is ready, or when none can be had. Each thread has one post at a
 * time; the others wait for whichever is free first.
 */
export class PostWorkers {
  #workers: PostWorker[] = [];
  readonly #waiting: Task[] = [];
  /** A thread ended before it was ready: no more are begun. */
  #canHaveNone = false;

  /** Whether there are threads, ready or not yet. */
  get isBegun(): boolean {
    return this.#workers.length > 0;
  }

  /** How many threads are ready. */
  get ready(): number {
    return this.#workers.filter(({ isReady }) => isReady).length;
  }

  prepare(body: Uint8Array, largest: PostLimits): Promise<PreparedPost> {
    if (!isLarge(body)) return preparePost(body, largest);
    this.#begin();
    if (this.ready === 0) return preparePost(body, largest);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ body, largest, resolve, reject });
      this.#handOut();
    });
  }

  /** Ends the threads; what waits for one is not prepared. */
  async close(): Promise<void> {
    const closing = this.#workers;
    this.#workers = [];
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('local-aws is being closed'));
    await Promise.all(closing.map((worker) => worker.close()));
  }

  #begin(): void {
    const most = this.#canHaveNone ? 0 : Math.min(availableParallelism(), MAX_WORKERS);
    while (this.#workers.length < most) {
      const worker = new PostWorker(
        () => this.#handOut(),
        () => this.#ended(worker),
      );
      this.#workers.push(worker);
    }
  }

  /** Gives what waits to the threads that are free, the one first that had the fewest. */
  #handOut(): void {
    const free = this.#workers.filter(({ isFree }) => isFree).sort((a, b) => a.taken - b.taken);
    for (const worker of free) {
      const task = this.#waiting.shift();
      if (!task) return;
      worker.take(task);
    }
  }

  #ended(worker: PostWorker): void {
    if (!this.#workers.includes(worker)) return;
    this.#canHaveNone ||= !worker.isReady;
    this.#workers = this.#workers.filter((other) => other !== worker);
    if (this.ready > 0) return;
    for (const { body, largest, resolve, reject } of this.#waiting.splice(0)) {
      preparePost(body, largest).then(resolve, reject);
    }
  }
}

/** A small zip can hold much. */
function isLarge(body: Uint8Array): boolean {
  return body.length >= LARGE_BYTES || (isGzip(body) && declaredLength(body) >= LARGE_UNZIPPED_BYTES);
}

/** One thread. One that ended unasked fails what it was at. */
class PostWorker {
  isReady = false;
  /** How many posts it was given. */
  taken = 0;
  #task: Task | undefined;
  readonly #worker: Worker;

  constructor(onFree: () => void, onEnd: () => void) {
    const entry = new URL('./post-worker-entry.mjs', import.meta.url);
    this.#worker = new Worker(entry, { execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (message: 'ready' | Done) => {
      if (message === 'ready') this.isReady = true;
      else this.#settle(message);
      onFree();
    });
    let ended: Error | undefined;
    this.#worker.on('error', (error) => {
      console.error('local-aws: a thread for posts ended:', error);
      ended = error;
    });
    this.#worker.on('exit', () => {
      this.#task?.reject(ended ?? new Error('the thread ended'));
      onEnd();
    });
  }

  get isFree(): boolean {
    return this.isReady && !this.#task;
  }

  take(task: Task): void {
    this.taken += 1;
    this.#task = task;
    this.#worker.postMessage({ body: task.body, largest: task.largest } satisfies Job);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(done: Done): void {
    const task = this.#task;
    this.#task = undefined;
    if ('prepared' in done) task?.resolve(done.prepared);
    else if (done.failure === 'unreadable') task?.reject(new UnreadableBytes(done.message));
    else if (done.failure === 'undecodable') task?.reject(new UndecodableProfile(done.message));
    else task?.reject(new Error(done.message));
  }
}
