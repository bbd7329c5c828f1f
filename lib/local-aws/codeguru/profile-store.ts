import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { CallTree, Profile } from '@/lib/profile/call-tree';
import type { Span } from '@/lib/time/range';
import { sampleGroups } from '../sample/profiles/sample-groups';
import type { StoreOptions } from '../world';
import { AGGREGATIONS, type Aggregation, aggregationOf, isKept, windowOf } from './aggregation';
import type { Asked } from './asked-range';
import { type Block, coarsestCover, endOf } from './cover';
import { filesIn } from './durable-file';
import { notFound } from './errors';
import { type Group, Groups } from './groups';
import { mergeSamples } from './merge-samples';
import { PostedProfiles } from './posted-profiles';
import type { Post } from './posts';
import type { ProfileSource, Samples } from './profile-source';

/** The dashboard's own profiling group: there from the start, so that its first post is taken. */
const OWN_GROUP = 'triptych-server';
const SAMPLES_CACHE_BYTES = 96 * 1024 * 1024;
const REPLIES_CACHE_BYTES = 64 * 1024 * 1024;

type Served = { group: Group; posted: PostedProfiles; sources: ProfileSource[] };
type Reading = { sources: ProfileSource[]; blocks: Block[]; now: number };

/** A profile as it was put together; equal keys mean equal profiles. */
export type Aggregated = { key: string; profile: Profile };

/** The profiling groups and their profiles, below `profiles` in the data folder. */
export class ProfileStore {
  readonly #served = new Map<string, Served>();
  readonly #samples = new LRUCache<string, Samples, Reading>({
    maxSize: SAMPLES_CACHE_BYTES,
    sizeCalculation: ({ tree }) => bytesOf(tree),
    fetchMethod: async (_key, _stale, { context }) => readAll(context),
  });
  /** Encoded profiles by all that they depend on; made by the function given as context. */
  readonly replies = new LRUCache<string, Uint8Array, () => Promise<Uint8Array>>({
    maxSize: REPLIES_CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length + 1,
    fetchMethod: async (_key, _stale, { context }) => context(),
  });

  private constructor(
    readonly options: StoreOptions,
    readonly groups: Groups,
  ) {}

  static async open(options: StoreOptions): Promise<ProfileStore> {
    const now = options.clock.now();
    const folder = join(options.folder, 'profiles');
    const groups = await Groups.open(folder, now);
    const store = new ProfileStore(options, groups);
    const samples = sampleGroups();
    // Groups whose posts are there are known again should the file of groups have been damaged.
    const folders = (await filesIn(folder)).filter((name) => /^[\w-]+$/.test(name));
    const names = new Set([OWN_GROUP, ...folders]);
    for (const { group } of samples) names.delete(group.name);
    for (const name of names) {
      if (!groups.get(name)) await groups.put(newGroup(name, now));
    }
    for (const group of groups.all()) {
      const posted = await PostedProfiles.open(join(folder, group.name));
      store.#served.set(group.name, { group, posted, sources: [posted] });
    }
    for (const { group, generated, captured } of options.sample ? samples : []) {
      const posted = await PostedProfiles.open(join(folder, group.name));
      const sources = generated ? [generated, posted] : [posted];
      store.#served.set(group.name, { group, posted, sources });
      if (captured && posted.posts.count({ from: 0, to: Number.POSITIVE_INFINITY }) === 0) {
        await posted.posts.add(await captured());
      }
    }
    return store;
  }

  async close(): Promise<void> {
    await this.groups.settled();
  }

  /** Names of all profiling groups, in order. */
  names(): string[] {
    return [...this.#served.keys()].sort();
  }

  group(name: string): Group {
    return this.#of(name).group;
  }

  /** Remembers that an agent asked for its configuration. */
  async orchestrated(name: string): Promise<Group> {
    const served = this.#of(name);
    served.group = { ...served.group, latestAgentOrchestratedAt: this.options.clock.now() };
    if (this.groups.get(name)) await this.groups.put(served.group);
    return served.group;
  }

  /** Resolves when the post is on disk. */
  post(name: string, post: Omit<Post, 'receivedAt'>): Promise<void> {
    return this.#of(name).posted.posts.add({ ...post, receivedAt: this.options.clock.now() });
  }

  /** When the newest profile of a group arrived, epoch milliseconds. */
  latestReport(name: string): number | undefined {
    return this.#latestReport(this.#of(name).sources);
  }

  /** The newest aggregated profile that has not expired, of the finest period that there is. */
  latestAggregated(name: string): Block | undefined {
    const window = this.#latestWindow(this.#of(name).sources);
    if (window === undefined) return undefined;
    return AGGREGATIONS.map((aggregation) => ({ aggregation, start: windowOf(window, aggregation.length) }))
      .filter(({ aggregation, start }) => isKept(aggregation, start, this.options.clock.now()))
      .at(-1);
  }

  /** Starts of the aggregated profiles of one period that start within a span and have ended, oldest first. */
  starts(name: string, aggregation: Aggregation, { from, to }: Span): number[] {
    const now = this.options.clock.now();
    const { length } = aggregation;
    const oldest = Math.max(
      windowOf(from + length - 1, length),
      windowOf(now - aggregation.keptFor - length, length),
    );
    const newest = Math.min(windowOf(to + length - 1, length), windowOf(now, length));
    const starts = this.#of(name).sources.flatMap((source) =>
      source.windows({ from: oldest, to: newest }, now).map((window) => windowOf(window, length)),
    );
    return [...new Set(starts)].filter((start) => isKept(aggregation, start, now)).sort((a, b) => a - b);
  }

  /** The profile of what was asked for, as far as there is one; ResourceNotFoundException when there is none. */
  async aggregated(name: string, asked: Asked): Promise<Aggregated> {
    const { sources } = this.#of(name);
    const now = this.options.clock.now();
    const span = 'span' in asked ? asked.span : this.#latestSpan(sources, asked.latestOf);
    const report = this.#latestReport(sources);
    const postedUntil = Math.floor((report ?? now) / 1000) * 1000;
    const blocks = span
      ? coarsestCover(span, now, postedUntil).filter((block) => hasWindows(sources, block, now))
      : [];
    const first = blocks[0];
    const last = blocks.at(-1);
    if (!first || !last) throw notFound(`The profiling group ${name} has no profile in this time range.`);

    const end = endOf(last) <= now ? endOf(last) : Math.max(last.start, report ?? last.start);
    const revision = sources.map((source) => source.revision({ from: first.start, to: endOf(last) }, now));
    const key = [name, first.start, end, blocks.length, ...revision].join('/');
    const samples = await this.#samples.fetch(key, { context: { sources, blocks, now } });
    if (!samples) throw new Error(`no samples were read for ${key}`);
    return { key, profile: { ...samples, start: first.start, end } };
  }

  /** The span of the latest profile of a length: the aggregated one of that period, else so long up to the newest. */
  #latestSpan(sources: ProfileSource[], length: number): Span | undefined {
    const window = this.#latestWindow(sources);
    if (window === undefined) return undefined;
    const unit = AGGREGATIONS.find((aggregation) => aggregation.length === length) ?? aggregationOf.PT5M;
    const to = windowOf(window, unit.length) + unit.length;
    return { from: to - length, to };
  }

  #latestWindow(sources: ProfileSource[]): number | undefined {
    return latest(sources.map((source) => source.latestWindow(this.options.clock.now())));
  }

  #latestReport(sources: ProfileSource[]): number | undefined {
    return latest(sources.map((source) => source.latestReport(this.options.clock.now())));
  }

  #of(name: string): Served {
    const served = this.#served.get(name);
    if (!served) throw notFound(`There is no profiling group ${name}.`);
    return served;
  }
}

async function readAll({ sources, blocks, now }: Reading): Promise<Samples> {
  const all: Samples[] = [];
  for (const source of sources) {
    if (blocks.some((block) => hasWindows([source], block, now))) all.push(await source.read(blocks, now));
  }
  return mergeSamples(all);
}

function hasWindows(sources: ProfileSource[], block: Block, now: number): boolean {
  return sources.some((source) => source.revision({ from: block.start, to: endOf(block) }, now) > 0);
}

function latest(instants: (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function bytesOf({ name, states, names, files }: CallTree): number {
  return 1000 + name.length * (28 + 16 * states.length) + (names.length + files.length) * 100;
}

function newGroup(name: string, now: number): Group {
  return { name, computePlatform: 'Default', createdAt: now, updatedAt: now, profilingEnabled: true };
}
