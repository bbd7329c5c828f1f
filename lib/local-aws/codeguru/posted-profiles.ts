import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { decodeProfile } from '@/lib/profile/decode';
import { encodeJson } from '@/lib/profile/encode';
import type { Span } from '@/lib/time/range';
import { aggregationOf, WINDOW, windowOf } from './aggregation';
import { type Block, endOf } from './cover';
import { filesIn, writeDurably } from './durable-file';
import { mergeSamples } from './merge-samples';
import { type Post, Posts } from './posts';
import type { ProfileSource, Samples } from './profile-source';

const zip = promisify(gzip);

/**
 * Aggregated profiles of what agents posted. Hours and days that have ended are kept as files beside the posts,
 * named after the number of posts in them: posts are never removed, so one that comes late makes a new file.
 */
export class PostedProfiles implements ProfileSource {
  /** The newest hour that a post came for since the start. */
  #hour: number | undefined;
  #rollingUp: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly posts: Posts,
    readonly folder: string,
  ) {}

  static async open(folder: string): Promise<PostedProfiles> {
    const rollUps = join(folder, 'roll-ups');
    await filesIn(rollUps);
    return new PostedProfiles(await Posts.open(folder), rollUps);
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
    const kept = join(this.folder, `${block.aggregation.period}-${block.start}-${count}.gz`);
    const read = await readRollUp(kept);
    if (read) return read;
    const made = await this.read(parts(block), now);
    if (endOf(block) <= now && count > 1) await writeRollUp(kept, made);
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

/** Undefined when there is none or it is damaged: it is made again then. */
async function readRollUp(path: string): Promise<Samples | undefined> {
  try {
    return decodeProfile(await readFile(path));
  } catch {
    return undefined;
  }
}

/** What can't be kept is made again when it is next asked for. */
async function writeRollUp(path: string, samples: Samples): Promise<void> {
  try {
    await writeDurably(path, await zip(encodeJson(samples), { level: 1 }));
  } catch (error) {
    console.error(`local-aws: ${path} was not written:`, error);
  }
}
