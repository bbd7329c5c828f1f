import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, namesIn } from '@/lib/disk/durable-file';
import type { SharedTexts } from '@/lib/profile/codec/packed';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { DAY } from '@/lib/time/duration';
import { isAnyRetained, windowOf } from './aggregation';
import { PostIndex } from './post-index';
import { readIntactProfile, writeProfile } from './stored-profile';

const TOKEN_LIFE_MS = DAY;
const DAY_FOLDER = /^\d{4}-\d{2}-\d{2}$/;
const POST_FILE = /^(\d{2})(\d{2})-(\d+)-([\w-]+)\.gz$/;
const DAMAGED_FILE = /\.damaged-\d+$/;

export type Post = {
  /** A profile, or the result of `storedBytes` for it. */
  profile: Profile | Uint8Array;
  /** Start of the profile, which belongs completely to the window of this instant, even when it arrives late. */
  start: number;
  /** A post whose token was seen in the last 24 hours is a repetition. */
  token: string;
  receivedAt: number;
};

/**
 * The posts of one profiling group, a file each: `2026-11-24/1430-<receivedAt>-<token>.gz`. The names are the only index, so
 * that a post and its token become durable in one rename. A day is removed when its aggregated profiles have expired (3
 * years).
 */
export class Posts {
  readonly index = new PostIndex();
  readonly #tokens = new Map<string, number>();
  readonly #pending = new Map<string, Promise<void>>();
  /** Files that are gone or damaged, and left out. */
  readonly #unreadable = new Set<string>();
  #latestReport: number | undefined;

  private constructor(readonly folder: string) {}

  static async open(folder: string, now: number): Promise<Posts> {
    const posts = new Posts(folder);
    for (const day of (await filesIn(folder)).sort()) {
      if (!DAY_FOLDER.test(day) || isExpired(day, now)) continue;
      for (const name of (await filesIn(join(folder, day))).sort()) posts.#index(day, name);
    }
    posts.#dropTokens(now);
    return posts;
  }

  /** Resolves when the post is on disk; a repetition already is. One that has expired already is not written. */
  add(post: Post): Promise<void> {
    const pending = this.#pending.get(post.token);
    if (pending) return pending;
    const seen = this.#tokens.get(post.token);
    if (seen !== undefined && post.receivedAt - seen < TOKEN_LIFE_MS) return Promise.resolve();
    if (!isAnyRetained(post.start, post.receivedAt)) return Promise.resolve();
    const written = this.#write(post).finally(() => this.#pending.delete(post.token));
    this.#pending.set(post.token, written);
    return written;
  }

  async #write({ profile, start, token, receivedAt }: Post): Promise<void> {
    const [day = '', time = ''] = new Date(windowOf(start)).toISOString().split('T');
    const name = `${time.slice(0, 2)}${time.slice(3, 5)}-${receivedAt}-${token}.gz`;
    await writeProfile(join(this.folder, day, name), profile);
    this.#index(day, name);
  }

  #index(day: string, name: string): void {
    if (DAMAGED_FILE.test(name)) return;
    const [, hour, minute, received, token = ''] = POST_FILE.exec(name) ?? [];
    const start = Date.parse(`${day}T${hour}:${minute}:00Z`);
    if (Number.isNaN(start)) {
      console.error(`local-aws: ${join(this.folder, day, name)} is not a post and is ignored`);
      return;
    }
    const receivedAt = Number(received);
    this.#latestReport = Math.max(this.#latestReport ?? 0, receivedAt);
    this.#tokens.set(token, Math.max(this.#tokens.get(token) ?? 0, receivedAt));
    this.index.add(start, join(day, name));
  }

  /** Drops tokens after 24 hours and removes expired days, one after the other. */
  async removeExpired(now: number): Promise<void> {
    this.#dropTokens(now);
    this.index.dropBefore((start) => isAnyRetained(start, now));
    for (const day of await namesIn(this.folder)) {
      if (DAY_FOLDER.test(day) && isExpired(day, now)) await rm(join(this.folder, day), { recursive: true });
    }
  }

  #dropTokens(now: number): void {
    for (const [token, receivedAt] of this.#tokens) {
      if (now - receivedAt >= TOKEN_LIFE_MS) this.#tokens.delete(token);
    }
  }

  /** Number of tokens in memory. */
  get tokenCount(): number {
    return this.#tokens.size;
  }

  get latestReport(): number | undefined {
    return this.#latestReport;
  }

  /** The post in a file of the index; undefined when it is gone or damaged. */
  async read(file: string, now: number, texts?: SharedTexts): Promise<WeightedTree | undefined> {
    if (this.#unreadable.has(file)) return undefined;
    const noteUnreadable = () => {
      const isFirst = !this.#unreadable.has(file);
      this.#unreadable.add(file);
      return isFirst;
    };
    return readIntactProfile(join(this.folder, file), now, noteUnreadable, texts);
  }
}

const isExpired = (day: string, now: number) => !isAnyRetained(Date.parse(`${day}T00:00:00Z`), now);
