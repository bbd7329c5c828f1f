import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { decodeProfile, UndecodableProfile } from '@/lib/profile/decode';
import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { isAnyKept, windowOf } from './aggregation';
import { filesIn, namesIn, writeDurably } from './durable-file';
import type { Samples } from './profile-source';

const TOKEN_LIFE = DAY;
const DAY_FOLDER = /^\d{4}-\d{2}-\d{2}$/;
const POST_FILE = /^(\d{2})(\d{2})-(\d+)-([\w-]+)\.gz$/;

const zip = promisify(gzip);

export type Post = {
  bytes: Uint8Array;
  /** Start of the profile; it belongs whole to the window of this instant, also when it comes late. */
  start: number;
  /** A post with a token seen in the last 24 hours is a repetition. */
  token: string;
  receivedAt: number;
};

/**
 * The posts of one profiling group, a file each: `2026-11-24/1430-<receivedAt>-<token>.gz`. The names are the
 * only index, so a post and the memory of its token become durable in one rename. A day that no aggregated profile
 * is kept of any more (3 years) is forgotten.
 */
export class Posts {
  /** Windows with posts, oldest first. */
  readonly #starts: number[] = [];
  readonly #files = new Map<number, string[]>();
  readonly #tokens = new Map<string, number>();
  readonly #pending = new Map<string, Promise<void>>();
  #latestReport: number | undefined;

  private constructor(readonly folder: string) {}

  static async open(folder: string, now: number): Promise<Posts> {
    const posts = new Posts(folder);
    for (const day of await filesIn(folder)) {
      if (!DAY_FOLDER.test(day) || isPast(day, now)) continue;
      for (const name of await filesIn(join(folder, day))) {
        posts.#index(day, name);
      }
    }
    posts.#forgetTokens(now);
    return posts;
  }

  /** Resolves when the post is on disk, or was before. One that is past its life already leaves nothing. */
  add(post: Post): Promise<void> {
    const underWay = this.#pending.get(post.token);
    if (underWay) return underWay;
    const seen = this.#tokens.get(post.token);
    if (seen !== undefined && post.receivedAt - seen < TOKEN_LIFE) return Promise.resolve();
    if (!isAnyKept(post.start, post.receivedAt)) return Promise.resolve();
    const written = this.#write(post).finally(() => this.#pending.delete(post.token));
    this.#pending.set(post.token, written);
    return written;
  }

  async #write({ bytes, start, token, receivedAt }: Post): Promise<void> {
    const [day = '', time = ''] = new Date(windowOf(start)).toISOString().split('T');
    const name = `${time.slice(0, 2)}${time.slice(3, 5)}-${receivedAt}-${token}.gz`;
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : await zip(bytes, { level: 1 });
    await writeDurably(join(this.folder, day, name), zipped);
    this.#index(day, name);
  }

  #index(day: string, name: string): void {
    const [, hour, minute, received, token = ''] = POST_FILE.exec(name) ?? [];
    const start = Date.parse(`${day}T${hour}:${minute}:00Z`);
    if (Number.isNaN(start)) {
      console.error(`local-aws: ${join(this.folder, day, name)} is not a post and is left alone`);
      return;
    }
    const receivedAt = Number(received);
    this.#latestReport = Math.max(this.#latestReport ?? 0, receivedAt);
    this.#tokens.set(token, Math.max(this.#tokens.get(token) ?? 0, receivedAt));
    const files = this.#files.get(start);
    if (files) files.push(join(day, name));
    else {
      this.#files.set(start, [join(day, name)]);
      this.#starts.splice(lowerBound(this.#starts, start), 0, start);
    }
  }

  /** Forgets tokens after 24 hours and removes the days that are past, one after the other. */
  async forget(now: number): Promise<void> {
    this.#forgetTokens(now);
    const kept = this.#starts.findIndex((start) => isAnyKept(start, now));
    for (const start of this.#starts.splice(0, kept < 0 ? this.#starts.length : kept))
      this.#files.delete(start);
    for (const day of await namesIn(this.folder)) {
      if (DAY_FOLDER.test(day) && isPast(day, now)) await rm(join(this.folder, day), { recursive: true });
    }
  }

  #forgetTokens(now: number): void {
    for (const [token, receivedAt] of this.#tokens) {
      if (now - receivedAt >= TOKEN_LIFE) this.#tokens.delete(token);
    }
  }

  /** How many tokens are remembered. */
  get tokens(): number {
    return this.#tokens.size;
  }

  get latestReport(): number | undefined {
    return this.#latestReport;
  }

  windows({ from, to }: Span): number[] {
    return this.#starts.slice(lowerBound(this.#starts, from), lowerBound(this.#starts, to));
  }

  /** Start of the newest window up to an instant. */
  latestWindow(until: number): number | undefined {
    return this.#starts[lowerBound(this.#starts, until + 1) - 1];
  }

  count(span: Span): number {
    return this.windows(span).reduce((sum, start) => sum + (this.#files.get(start)?.length ?? 0), 0);
  }

  /** The posts of one window. A file that can't be read is named in the log and left out. */
  async ofWindow(start: number): Promise<Samples[]> {
    const samples: Samples[] = [];
    for (const file of this.#files.get(start) ?? []) {
      const path = join(this.folder, file);
      try {
        samples.push(decodeProfile(await readFile(path)));
      } catch (error) {
        if (!(error instanceof UndecodableProfile)) throw error;
        console.error(`local-aws: ${path} is damaged and is left out:`, error.message);
      }
    }
    return samples;
  }
}

const isPast = (day: string, now: number) => !isAnyKept(Date.parse(`${day}T00:00:00Z`), now);

/** First index whose value is not below; the values rise. */
function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
