import { join } from 'node:path';
import type { Span } from '@/lib/time/range';
import { aggregationOf, WINDOW, windowOf } from './aggregation';
import { type Block, endOf } from './cover';
import { mergeSamples } from './merge-samples';
import { type Post, Posts } from './posts';
import type { ProfileSource, Samples } from './profile-source';
import { RollUps } from './roll-ups';

/**
 * Aggregated profiles of what agents posted. Hours and days that have ended are kept as roll-ups beside the posts;
 * a post that comes late makes a new one.
 */
export class PostedProfiles implements ProfileSource {
  /** The newest hour that a post came for since the start. */
  #hour: number | undefined;
  #rollingUp: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly posts: Posts,
    readonly rollUps: RollUps,
  ) {}

  static async open(folder: string, now: number): Promise<PostedProfiles> {
    const rollUps = await RollUps.open(join(folder, 'roll-ups'));
    return new PostedProfiles(await Posts.open(folder, now), rollUps);
  }

  /** Removes what is past its life, one file after the other. */
  async forget(now: number): Promise<void> {
    await this.posts.forget(now);
    await this.rollUps.forget(now);
  }

  /** Resolves when the post is on disk. The first of a new hour has the hours and days before it rolled up. */
  async add(post: Post): Promise<void> {
    await this.posts.add(post);
    const hour = windowOf(post.start, aggregationOf.PT1H.length);
    const before = this.#hour;
    this.#hour = Math.max(before ?? hour, hour);
    if (before === undefined || before >= hour) return;
    const ended = [{ aggregation: aggregationOf.PT1H, start: before }];
    const day = windowOf(before, aggregationOf.P1D.length);
    if (day !== windowOf(hour, aggregationOf.P1D.length)) {
      ended.push({ aggregation: aggregationOf.P1D, start: day });
    }
    this.#rollingUp = this.#rollingUp
      .then(() => this.read(ended, post.receivedAt))
      .catch((error) => console.error('local-aws: rolling up failed:', error));
  }

  /** Resolves when nothing is being rolled up. */
  async settled(): Promise<void> {
    await this.#rollingUp;
  }

  windows({ from, to }: Span, now: number): number[] {
    return this.posts.windows({ from, to: Math.min(to, now + 1) });
  }

  latestWindow(now: number): number | undefined {
    return this.posts.latestWindow(now);
  }

  latestReport(): number | undefined {
    return this.posts.latestReport;
  }

  revision(span: Span): number {
    return this.posts.count(span);
  }

  async read(blocks: readonly Block[], now: number): Promise<Samples> {
    const samples: Samples[] = [];
    for (const block of blocks) {
      if (this.posts.count(spanOf(block)) > 0) samples.push(await this.#block(block, now));
    }
    return mergeSamples(samples);
  }

  async #block(block: Block, now: number): Promise<Samples> {
    if (block.aggregation.length === WINDOW) return mergeSamples(await this.posts.ofWindow(block.start));
    const count = this.posts.count(spanOf(block));
    const kept = await this.rollUps.read(block, count);
    if (kept) return kept;
    const made = await this.read(parts(block), now);
    const isWhole = endOf(block) <= now && count === this.posts.count(spanOf(block));
    if (isWhole && count > 1) await this.rollUps.keep(block, count, made);
    return made;
  }
}

const spanOf = (block: Block): Span => ({ from: block.start, to: endOf(block) });

/** The hours of a day, the 5 minutes of an hour. */
function parts({ aggregation, start }: Block): Block[] {
  const finer = aggregation.period === 'P1D' ? aggregationOf.PT1H : aggregationOf.PT5M;
  return Array.from({ length: aggregation.length / finer.length }, (_, i) => ({
    aggregation: finer,
    start: start + i * finer.length,
  }));
}
