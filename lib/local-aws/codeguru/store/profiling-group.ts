import { mergeWeightedTrees, type WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Span } from '@/lib/time/range';
import { AGGREGATIONS, type Aggregation, aggregationOf, isRetained, windowOf } from './aggregation';
import { type Block, coarsestCover, endOf } from './cover';
import type { Group } from './groups-file';
import type { PostedProfiles } from './posted-profiles';
import type { Post } from './posts';
import type { ProfileSource } from './profile-source';
import type { RequestedRange } from './requested-range';

/** The aggregated profiles that answer a request, oldest first, and the time that they cover. */
export type Selection = { blocks: readonly Block[]; start: number; end: number };

/** One profiling group with its profiles: posted ones, and generated ones in a sample group. */
export class ProfilingGroup {
  static #opened = 0;
  /** Distinguishes the group from an earlier one with the same name. */
  readonly #number = ++ProfilingGroup.#opened;
  readonly #sources: readonly ProfileSource[];
  readonly #pending = new Set<Promise<unknown>>();

  constructor(
    public description: Group,
    readonly posted: PostedProfiles,
    generated?: ProfileSource,
  ) {
    this.#sources = generated ? [generated, posted] : [posted];
  }

  /** Resolves when the post is on disk. */
  post(post: Post): Promise<void> {
    return this.#tracked(this.posted.add(post));
  }

  /** Removes expired profiles. */
  removeExpired(now: number): Promise<void> {
    return this.#tracked(this.posted.removeExpired(now));
  }

  /** Resolves when nothing reads or writes the group's folder any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#pending]);
    await this.posted.stopRollingUp();
  }

  #tracked<T>(work: Promise<T>): Promise<T> {
    const done = work.finally(() => this.#pending.delete(done));
    this.#pending.add(done);
    return done;
  }

  /** When the newest profile arrived, epoch milliseconds. */
  latestReport(now: number): number | undefined {
    return latest(this.#sources.map((source) => source.latestReport(now)));
  }

  /** The newest aggregated profile that has not expired, of the finest period available. */
  latestAggregated(now: number): Block | undefined {
    const window = this.#latestWindow(now);
    if (window === undefined) return undefined;
    return AGGREGATIONS.map((aggregation) => ({ aggregation, start: windowOf(window, aggregation.length) }))
      .filter(({ aggregation, start }) => isRetained(aggregation, start, now))
      .at(-1);
  }

  /** Starts of the ended aggregated profiles of one period that start within a span, oldest first. */
  starts(aggregation: Aggregation, { from, to }: Span, now: number): number[] {
    const { length, retention } = aggregation;
    const span = {
      from: windowOf(Math.max(from + length - 1, now - retention), length),
      to: windowOf(Math.min(to + length - 1, now), length),
    };
    const starts = this.#sources.flatMap((source) =>
      source.windows(span, now).map((window) => windowOf(window, length)),
    );
    return [...new Set(starts)].filter((start) => isRetained(aggregation, start, now)).sort((a, b) => a - b);
  }

  /** The aggregated profiles that exist in a range; undefined when there are none. */
  select(range: RequestedRange, now: number): Selection | undefined {
    const span = 'span' in range ? range.span : this.#latestSpan(range.latestOf, now);
    const report = this.latestReport(now);
    if (!span || report === undefined) return undefined;
    // Clients drop the milliseconds of the end that they request.
    const postedUntil = Math.floor(report / 1000) * 1000;
    const blocks = coarsestCover(span, now, postedUntil).filter((block) => this.#has(block, now));
    const first = blocks[0];
    const last = blocks.at(-1);
    if (!first || !last) return undefined;
    const end = endOf(last) <= now ? endOf(last) : Math.max(last.start, report);
    return { blocks, start: first.start, end };
  }

  /** Stays equal as long as a selection has the same samples. */
  revision({ blocks, start, end }: Selection, now: number): string {
    const last = blocks.at(-1);
    const span = { from: start, to: last ? endOf(last) : end };
    const revisions = this.#sources.map((source) => source.revision(span, now));
    return [this.#number, start, end, blocks.length, ...revisions].join('/');
  }

  read({ blocks }: Pick<Selection, 'blocks'>, now: number): Promise<WeightedTree> {
    return this.#tracked(this.#read(blocks, now));
  }

  async #read(blocks: readonly Block[], now: number): Promise<WeightedTree> {
    const all: WeightedTree[] = [];
    for (const source of this.#sources) {
      if (blocks.some((block) => source.revision(spanOf(block), now) > 0))
        all.push(await source.read(blocks, now));
    }
    return mergeWeightedTrees(all);
  }

  /** The newest aggregated profile of a length; for other lengths the span that ends with the newest 5-minute profile. */
  #latestSpan(length: number, now: number): Span | undefined {
    const window = this.#latestWindow(now);
    if (window === undefined) return undefined;
    const unit = AGGREGATIONS.find((aggregation) => aggregation.length === length) ?? aggregationOf.PT5M;
    const to = windowOf(window, unit.length) + unit.length;
    return { from: to - length, to };
  }

  #latestWindow(now: number): number | undefined {
    return latest(this.#sources.map((source) => source.latestWindow(now)));
  }

  #has(block: Block, now: number): boolean {
    return this.#sources.some((source) => source.revision(spanOf(block), now) > 0);
  }
}

const spanOf = (block: Block): Span => ({ from: block.start, to: endOf(block) });

function latest(instants: (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
