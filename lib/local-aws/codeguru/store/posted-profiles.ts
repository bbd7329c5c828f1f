import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { SharedTexts } from '@/lib/profile/codec/packed';
import { type WeightedTree, WeightedTreeMerger } from '@/lib/profile/transform/merge-weighted-trees';
import { treeBytes } from '@/lib/profile/tree/tree-bytes';
import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type Aggregation, aggregationOf, isKept, WINDOW, windowOf } from './aggregation';
import { type Block, endOf } from './cover';
import { mapAhead } from './map-ahead';
import { type Post, Posts } from './posts';
import type { ProfileSource } from './profile-source';
import { RollUps, spanOf } from './roll-ups';

/** How long after its end an hour or a day is rolled up: agents post what they sampled until then. [?] */
export const SETTLES_AFTER = 10 * MINUTE;

/** How many files are read ahead of the merging. */
const READ_AHEAD = 16;

const ROLLED_UP: readonly Aggregation[] = [aggregationOf.PT1H, aggregationOf.P1D];

/** So many posts of a window are merged each time anew; what more there are is remembered. */
const FEW_POSTS = 4;
const WINDOWS_CACHE_BYTES = 48 * 1024 * 1024;

/**
 * Windows of all groups, by group and start: one that posts still come for is read again and again, and only its new posts
 * are added.
 */
const BEGUN = new LRUCache<string, Begun>({
  maxSize: WINDOWS_CACHE_BYTES,
  sizeCalculation: ({ samples }) => treeBytes(samples.tree),
});

/** What takes part in a merged profile: a roll-up, a window, or a post. */
type Piece = { block: Block; mark: string } | { window: number } | { file: string };

/** The first so many posts of a window, merged. */
type Begun = { posts: number; samples: WeightedTree };

/**
 * Aggregated profiles of what agents posted. Hours and days that have ended are rolled up in the background and kept
 * beside the posts, each under the mark of the posts that it is of: after a late post it is made again. What
 * isn't rolled up yet is put together from its parts.
 */
export class PostedProfiles implements ProfileSource {
  static #opened = 0;
  /** Hours and days that may have to be rolled up, by period and start. */
  readonly #due = new Map<string, Block>();
  /** Its windows in BEGUN. */
  readonly #begunKey = `${++PostedProfiles.#opened}`;
  /** The newest hour that a post came for since the start. */
  #hour: number | undefined;
  #rollingUp: Promise<void> | undefined;
  #isStopping = false;

  private constructor(
    readonly posts: Posts,
    readonly rollUps: RollUps,
  ) {
    for (const start of posts.index.windows({ from: -Infinity, to: Infinity })) this.#isDue(start);
  }

  static async open(folder: string, now: number): Promise<PostedProfiles> {
    const rollUps = await RollUps.open(join(folder, 'roll-ups'));
    return new PostedProfiles(await Posts.open(folder, now), rollUps);
  }

  /** Removes what is past its life, one file after the other. */
  async forget(now: number): Promise<void> {
    await this.posts.forget(now);
    await this.rollUps.forget(now, (block) => this.#markOf(block));
  }

  /** Resolves when the post is on disk. The first of a new hour has what ended before it rolled up. */
  async add(post: Post): Promise<void> {
    await this.posts.add(post);
    this.#isDue(windowOf(post.start));
    const hour = windowOf(post.start, aggregationOf.PT1H.length);
    const before = this.#hour;
    this.#hour = Math.max(before ?? hour, hour);
    if (before !== undefined && before < hour) void this.rollUp(post.receivedAt);
  }

  /** Rolls up the hours, then the days, that have ended and are not rolled up yet. A failure is logged. */
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
        if (block.aggregation.period !== period || endOf(block) + SETTLES_AFTER > now) continue;
        this.#due.delete(name);
        const isDone = await this.#rollUp(block, now).catch((error) => {
          console.error(`local-aws: ${name} was not rolled up:`, error);
          return false;
        });
        if (!isDone) this.#due.set(name, block);
      }
    }
  }

  /** False when it is to be tried again. */
  async #rollUp(block: Block, now: number): Promise<boolean> {
    const mark = this.#markOf(block);
    const isOfUse = isKept(block.aggregation, block.start, now) && this.posts.index.count(spanOf(block)) > 1;
    if (!isOfUse || this.rollUps.has(block, mark)) return true;
    const made = await this.#merged(this.#parts(block), now);
    if (mark !== this.#markOf(block)) return false;
    await this.rollUps.keep(block, mark, made);
    return this.rollUps.has(block, mark);
  }

  /** Resolves when nothing is being rolled up. */
  async settled(): Promise<void> {
    await this.#rollingUp;
  }

  /** Leaves off rolling up after the one that is under way; what is due stays so. */
  async stopped(): Promise<void> {
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
    const key = `${this.#begunKey}/${start}`;
    const begun = BEGUN.get(key);
    if (begun?.posts === files.length) return begun.samples;
    const merger = new WeightedTreeMerger();
    if (begun) merger.add(begun.samples);
    await this.#mergeInto(merger, files.slice(begun?.posts ?? 0), now);
    const samples = merger.finish();
    BEGUN.set(key, { posts: files.length, samples });
    return samples;
  }

  /** A roll-up that turns out to be damaged is put together from its parts, and due again. */
  async #readPiece(piece: Piece, now: number, texts: SharedTexts): Promise<WeightedTree | undefined> {
    if ('window' in piece) return this.#window(piece.window, now);
    if ('file' in piece) return this.posts.read(piece.file, now, texts);
    const kept = await this.rollUps.read(piece.block, piece.mark, now, texts);
    if (kept) return kept;
    this.#due.set(nameOf(piece.block), piece.block);
    return this.#merged(this.#parts(piece.block), now);
  }

  /** What a block is put together from: its roll-up, or else what its parts are. */
  #pieces(block: Block): Piece[] {
    if (block.aggregation.length === WINDOW) {
      const files = this.posts.index.filesOf(block.start);
      return files.length > FEW_POSTS ? [{ window: block.start }] : files.map((file) => ({ file }));
    }
    if (this.posts.index.count(spanOf(block)) === 0) return [];
    const mark = this.#markOf(block);
    return this.rollUps.has(block, mark) ? [{ block, mark }] : this.#parts(block);
  }

  /** Of the hours of a day, the 5 minutes of an hour. */
  #parts({ aggregation, start }: Block): Piece[] {
    const finer = aggregation.period === 'P1D' ? aggregationOf.PT1H : aggregationOf.PT5M;
    const blocks = Array.from({ length: aggregation.length / finer.length }, (_, i) => ({
      aggregation: finer,
      start: start + i * finer.length,
    }));
    return blocks.flatMap((block) => this.#pieces(block));
  }

  #markOf(block: Block): string {
    return this.posts.index.markOf(spanOf(block));
  }

  #isDue(window: number): void {
    for (const aggregation of ROLLED_UP) {
      const block = { aggregation, start: windowOf(window, aggregation.length) };
      this.#due.set(nameOf(block), block);
    }
  }
}

const nameOf = ({ aggregation, start }: Block) => `${aggregation.period}-${start}`;
