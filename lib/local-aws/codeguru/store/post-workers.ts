import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { isGzip, UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import type { PostLimits } from '@/lib/profile/import/posts/post-limits';
import { declaredLength } from '../../store/gzip';
import type { Done, Job } from './post-worker';
import { type PreparedPost, preparePost } from './prepare-post';

/** Smaller posts are prepared on the main thread, which takes some milliseconds. */
const LARGE_BYTES = 256 * 1024;
const LARGE_CONTENT_BYTES = 1024 * 1024;
const MAX_WORKERS = 2;

type Task = {
  body: Uint8Array;
  limits: PostLimits;
  resolve(prepared: PreparedPost): void;
  reject(error: Error): void;
};

/**
 * Prepares large posts in worker threads, so that the server stays responsive. The first large post starts them. Until a
 * thread is ready, or when none can be started, posts are prepared on the main thread. Each thread prepares one post at a
 * time; the others wait for the first free one.
 */
export class PostWorkers {
  #workers: PostWorker[] = [];
  readonly #waiting: Task[] = [];
  /** A thread ended before it was ready: no more are started. */
  #cannotStart = false;

  /** Whether threads were started, ready or not. */
  get hasThreads(): boolean {
    return this.#workers.length > 0;
  }

  /** Number of threads that are ready. */
  get readyCount(): number {
    return this.#workers.filter(({ isReady }) => isReady).length;
  }

  prepare(body: Uint8Array, limits: PostLimits): Promise<PreparedPost> {
    if (!isLarge(body)) return preparePost(body, limits);
    this.#startThreads();
    if (this.readyCount === 0) return preparePost(body, limits);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ body, limits, resolve, reject });
      this.#dispatch();
    });
  }

  /** Terminates the threads; waiting posts are rejected. */
  async close(): Promise<void> {
    const closing = this.#workers;
    this.#workers = [];
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('local-aws is being closed'));
    await Promise.all(closing.map((worker) => worker.close()));
  }

  #startThreads(): void {
    const maxThreads = this.#cannotStart ? 0 : Math.min(availableParallelism(), MAX_WORKERS);
    while (this.#workers.length < maxThreads) {
      const worker = new PostWorker(
        () => this.#dispatch(),
        () => this.#onEnd(worker),
      );
      this.#workers.push(worker);
    }
  }

  /** Passes waiting posts to free threads, least used first. */
  #dispatch(): void {
    const free = this.#workers.filter(({ isFree }) => isFree).sort((a, b) => a.taskCount - b.taskCount);
    for (const worker of free) {
      const task = this.#waiting.shift();
      if (!task) return;
      worker.take(task);
    }
  }

  #onEnd(worker: PostWorker): void {
    if (!this.#workers.includes(worker)) return;
    this.#cannotStart ||= !worker.isReady;
    this.#workers = this.#workers.filter((other) => other !== worker);
    if (this.readyCount > 0) return;
    for (const { body, limits, resolve, reject } of this.#waiting.splice(0)) {
      preparePost(body, limits).then(resolve, reject);
    }
  }
}

/** A small gzip file can have large content. */
function isLarge(body: Uint8Array): boolean {
  return body.length >= LARGE_BYTES || (isGzip(body) && declaredLength(body) >= LARGE_CONTENT_BYTES);
}

/** One thread. When it ends unexpectedly, its current post is rejected. */
class PostWorker {
  isReady = false;
  taskCount = 0;
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
    this.taskCount += 1;
    this.#task = task;
    this.#worker.postMessage({ body: task.body, limits: task.limits } satisfies Job);
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
