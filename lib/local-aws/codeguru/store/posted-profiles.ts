import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { SharedTexts } from '@/lib/profile/codec/packed';
import { type WeightedTree, WeightedTreeMerger } from '@/lib/profile/transform/merge-weighted-trees';
import { treeBytes } from '@/lib/profile/tree/tree-bytes';
import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type Aggregation, aggregationOf, isRetained, WINDOW, windowOf } from './aggregation';
import { type Block, endOf } from './cover';
import { mapAhead } from './map-ahead';
import { type Post, Posts } from './posts';
import type { ProfileSource } from './profile-source';
import { RollUps, spanOf } from './roll-ups';

/** How long after its end an hour or a day is rolled up, because agents post samples with a delay. */
export const SETTLED_AFTER_MS = 10 * MINUTE;

/** Number of files read ahead of merging. */
const READ_AHEAD = 16;

const ROLLED_UP: readonly Aggregation[] = [aggregationOf.PT1H, aggregationOf.P1D];

/** Windows with at most this many posts are merged on every read; larger ones are cached. */
const MAX_UNCACHED_POSTS = 4;
const WINDOWS_CACHE_BYTES = 48 * 1024 * 1024;

/**
 * Merged windows of all groups, by group and start. A window that still receives posts is read often; only its new posts are
 * then merged in.
 */
const WINDOW_CACHE = new LRUCache<string, MergedWindow>({
  maxSize: WINDOWS_CACHE_BYTES,
  sizeCalculation: ({ samples }) => treeBytes(samples.tree),
});

/** A source of a merged profile: a roll-up, a window, or a post. */
type Piece = { block: Block; fingerprint: string } | { window: number } | { file: string };

/** The first posts of a window, merged, and their number. */
type MergedWindow = { posts: number; samples: WeightedTree };

/**
 * Aggregated profiles of agents' posts. Hours and days that have ended are rolled up in the background; a roll-up is stored
 * with the fingerprint of its posts, so that a late post leads to a new one. Until then hours and days are merged from their
 * parts.
 */
export class PostedProfiles implements ProfileSource {
  static #opened = 0;
  /** Hours and days that may have to be rolled up, by period and start. */
  readonly #due = new Map<string, Block>();
  /** Prefix of its keys in WINDOW_CACHE. */
  readonly #cacheKey = `${++PostedProfiles.#opened}`;
  /** The newest hour that has received a post since the start. */
  #newestHour: number | undefined;
  #rollingUp: Promise<void> | undefined;
  #isStopping = false;

  private constructor(
    readonly posts: Posts,
    readonly rollUps: RollUps,
  ) {
    for (const start of posts.index.windows({ from: -Infinity, to: Infinity })) this.#markDue(start);
  }

  static async open(folder: string, now: number): Promise<PostedProfiles> {
    const rollUps = await RollUps.open(join(folder, 'roll-ups'));
    return new PostedProfiles(await Posts.open(folder, now), rollUps);
  }

  /** Removes expired files, one after the other. */
  async removeExpired(now: number): Promise<void> {
    await this.posts.removeExpired(now);
    await this.rollUps.removeExpired(now, (block) => this.#fingerprintOf(block));
  }

  /** Resolves when the post is on disk. The first post of a new hour starts rolling up what ended before. */
  async add(post: Post): Promise<void> {
    await this.posts.add(post);
    this.#markDue(windowOf(post.start));
    const hour = windowOf(post.start, aggregationOf.PT1H.length);
    const before = this.#newestHour;
    this.#newestHour = Math.max(before ?? hour, hour);
    if (before !== undefined && before < hour) void this.rollUp(post.receivedAt);
  }

  /** Rolls up ended hours, then ended days, unless that is done already. A failure is logged. */
  rollUp(now: number): Promise<void> {
    this.#rollingUp ??= this.#rollUpAll(now).finally(() => {
      this.#rollingUp = undefined;
    });
    return this.#rollingUp;
  }

  async #rollUpAll(now: number): Promise<void> {
    for (const { period } of ROLLED_UP) {
      for (const [name, block] of [...this.#due]) {
        if (this.#isStopping) return;
        if (block.aggregation.period !== period || endOf(block) + SETTLED_AFTER_MS > now) continue;
        this.#due.delete(name);
        const isDone = await this.#rollUp(block, now).catch((error) => {
          console.error(`local-aws: ${name} was not rolled up:`, error);
          return false;
        });
        if (!isDone) this.#due.set(name, block);
      }
    }
  }

  /** Returns false when it should be tried again. */
  async #rollUp(block: Block, now: number): Promise<boolean> {
    const fingerprint = this.#fingerprintOf(block);
    const isUseful =
      isRetained(block.aggregation, block.start, now) && this.posts.index.count(spanOf(block)) > 1;
    if (!isUseful || this.rollUps.has(block, fingerprint)) return true;
    const merged = await this.#merged(this.#parts(block), now);
    if (fingerprint !== this.#fingerprintOf(block)) return false;
    await this.rollUps.store(block, fingerprint, merged);
    return this.rollUps.has(block, fingerprint);
  }

  /** Resolves when nothing is being rolled up. */
  async settled(): Promise<void> {
    await this.#rollingUp;
  }

  /** Stops rolling up after the current block; the others stay due. */
  async stopRollingUp(): Promise<void> {
    this.#isStopping = true;
    await this.#rollingUp;
    this.#isStopping = false;
  }

  windows({ from, to }: Span, now: number): number[] {
    return this.posts.index.windows({ from, to: Math.min(to, now + 1) });
  }

  latestWindow(now: number): number | undefined {
    return this.posts.index.latestWindow(now);
  }

  latestReport(): number | undefined {
    return this.posts.latestReport;
  }

  revision(span: Span): number {
    return this.posts.index.count(span);
  }

  read(blocks: readonly Block[], now: number): Promise<WeightedTree> {
    return this.#merged(
      blocks.flatMap((block) => this.#pieces(block)),
      now,
    );
  }

  async #merged(pieces: readonly Piece[], now: number): Promise<WeightedTree> {
    const merger = new WeightedTreeMerger();
    await this.#mergeInto(merger, pieces, now);
    return merger.finish();
  }

  async #mergeInto(merger: WeightedTreeMerger, pieces: readonly Piece[], now: number): Promise<void> {
    const texts = new SharedTexts();
    const read = (piece: Piece) => this.#readPiece(piece, now, texts);
    for await (const samples of mapAhead(pieces, READ_AHEAD, read)) {
      if (samples) merger.add(samples);
    }
  }

  async #window(start: number, now: number): Promise<WeightedTree> {
    const files = this.posts.index.filesOf(start).map((file) => ({ file }));
    const key = `${this.#cacheKey}/${start}`;
    const cached = WINDOW_CACHE.get(key);
    if (cached?.posts === files.length) return cached.samples;
    const merger = new WeightedTreeMerger();
    if (cached) merger.add(cached.samples);
    await this.#mergeInto(merger, files.slice(cached?.posts ?? 0), now);
    const samples = merger.finish();
    WINDOW_CACHE.set(key, { posts: files.length, samples });
    return samples;
  }

  /** A damaged roll-up is merged from its parts and due again. */
  async #readPiece(piece: Piece, now: number, texts: SharedTexts): Promise<WeightedTree | undefined> {
    if ('window' in piece) return this.#window(piece.window, now);
    if ('file' in piece) return this.posts.read(piece.file, now, texts);
    const rollUp = await this.rollUps.read(piece.block, piece.fingerprint, now, texts);
    if (rollUp) return rollUp;
    this.#due.set(nameOf(piece.block), piece.block);
    return this.#merged(this.#parts(piece.block), now);
  }

  /** The sources of a block: its roll-up, or else those of its parts. */
  #pieces(block: Block): Piece[] {
    if (block.aggregation.length === WINDOW) {
      const files = this.posts.index.filesOf(block.start);
      return files.length > MAX_UNCACHED_POSTS ? [{ window: block.start }] : files.map((file) => ({ file }));
    }
    if (this.posts.index.count(spanOf(block)) === 0) return [];
    const fingerprint = this.#fingerprintOf(block);
    return this.rollUps.has(block, fingerprint) ? [{ block, fingerprint }] : this.#parts(block);
  }

  /** The sources of the hours of a day, or of the 5-minute windows of an hour. */
  #parts({ aggregation, start }: Block): Piece[] {
    const finer = aggregation.period === 'P1D' ? aggregationOf.PT1H : aggregationOf.PT5M;
    const blocks = Array.from({ length: aggregation.length / finer.length }, (_, i) => ({
      aggregation: finer,
      start: start + i * finer.length,
    }));
    return blocks.flatMap((block) => this.#pieces(block));
  }

  #fingerprintOf(block: Block): string {
    return this.posts.index.fingerprintOf(spanOf(block));
  }

  #markDue(window: number): void {
    for (const aggregation of ROLLED_UP) {
      const block = { aggregation, start: windowOf(window, aggregation.length) };
      this.#due.set(nameOf(block), block);
    }
  }
}

const nameOf = ({ aggregation, start }: Block) => `${aggregation.period}-${start}`;
