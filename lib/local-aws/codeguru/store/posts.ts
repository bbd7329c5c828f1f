import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, namesIn } from '@/lib/disk/durable-file';
import type { SharedTexts } from '@/lib/profile/codec/packed';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { DAY } from '@/lib/time/duration';
import { isAnyKept, windowOf } from './aggregation';
import { PostIndex } from './post-index';
import { readIntactProfile, writeProfile } from './stored-profile';

const TOKEN_LIFE = DAY;
const DAY_FOLDER = /^\d{4}-\d{2}-\d{2}$/;
const POST_FILE = /^(\d{2})(\d{2})-(\d+)-([\w-]+)\.gz$/;
const DAMAGED_FILE = /\.damaged-\d+$/;

export type Post = {
  /** Or what `storedBytes` made of it. */
  profile: Profile | Uint8Array;
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
      if (!DAY_FOLDER.test(day) || isPast(day, now)) continue;
      for (const name of (await filesIn(join(folder, day))).sort()) posts.#learn(day, name);
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

  async #write({ profile, start, token, receivedAt }: Post): Promise<void> {
    const [day = '', time = ''] = new Date(windowOf(start)).toISOString().split('T');
    const name = `${time.slice(0, 2)}${time.slice(3, 5)}-${receivedAt}-${token}.gz`;
    await writeProfile(join(this.folder, day, name), profile);
    this.#learn(day, name);
  }

  #learn(day: string, name: string): void {
    if (DAMAGED_FILE.test(name)) return;
    const [, hour, minute, received, token = ''] = POST_FILE.exec(name) ?? [];
    const start = Date.parse(`${day}T${hour}:${minute}:00Z`);
    if (Number.isNaN(start)) {
      console.error(`local-aws: ${join(this.folder, day, name)} is not a post and is left alone`);
      return;
    }
    const receivedAt = Number(received);
    this.#latestReport = Math.max(this.#latestReport ?? 0, receivedAt);
    this.#tokens.set(token, Math.max(this.#tokens.get(token) ?? 0, receivedAt));
    this.index.add(start, join(day, name));
  }

  /** Forgets tokens after 24 hours and removes the days that are past, one after the other. */
  async forget(now: number): Promise<void> {
    this.#forgetTokens(now);
    this.index.forget((start) => isAnyKept(start, now));
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

  /** The post in a file of the index; undefined when it is damaged, which is then set aside, or gone. */
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

const isPast = (day: string, now: number) => !isAnyKept(Date.parse(`${day}T00:00:00Z`), now);
