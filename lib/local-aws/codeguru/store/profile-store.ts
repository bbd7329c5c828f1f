import { LRUCache } from 'lru-cache';
import { SerialQueue } from '@/lib/disk/serial-queue';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { treeBytes } from '@/lib/profile/tree/tree-bytes';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { StoreOptions } from '../../store/store-options';
import { notFound } from '../errors';
import { FindingsReports } from '../recommendations/findings-reports';
import { FrameSeries } from './frame-series';
import { Intake } from './intake';
import type { PostLimits } from './post-limits';
import { PostWorkers } from './post-workers';
import type { Post } from './posts';
import { ProfilingGroups } from './profiling-groups';
import type { Asked } from './requested-range';
import type { SampleGroup } from './sample-group';

/** The start and the first questions come before what was missed is rolled up; real milliseconds. */
const FIRST_ROLL_UP_AFTER = 5000;

const SAMPLES_CACHE_BYTES = 96 * 1024 * 1024;
const REPLIES_CACHE_BYTES = 64 * 1024 * 1024;

export type ProfileOptions = {
  /** The largest profile accepted from an agent; MAX_POST by default. */
  maxPost?: PostLimits;
};

/** A profile as it was put together; equal keys mean equal profiles. */
export type Aggregated = { key: string; profile: Profile };

/** The profiling groups and their profiles, below `profiles` in the data folder. */
export class ProfileStore {
  readonly #forgetting = new SerialQueue();
  #rollingUp: Promise<void> | undefined;
  readonly #timers: NodeJS.Timeout[] = [];
  #closed = false;
  readonly #samples = new LRUCache<string, WeightedTree, () => Promise<WeightedTree>>({
    maxSize: SAMPLES_CACHE_BYTES,
    sizeCalculation: ({ tree }) => treeBytes(tree),
    fetchMethod: async (_key, _stale, { context }) => context(),
  });
  /** Encoded profiles by all that they depend on; made by the function given as context. */
  readonly replies = new LRUCache<string, Uint8Array, () => Promise<Uint8Array>>({
    maxSize: REPLIES_CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length + 1,
    fetchMethod: async (_key, _stale, { context }) => context(),
  });

  readonly intake = new Intake();
  readonly workers = new PostWorkers();
  readonly frames = new FrameSeries();
  readonly reports = new FindingsReports();

  private constructor(
    readonly options: StoreOptions & ProfileOptions,
    readonly groups: ProfilingGroups,
  ) {}

  static async open(
    options: StoreOptions & ProfileOptions,
    samples: readonly SampleGroup[],
  ): Promise<ProfileStore> {
    const store = new ProfileStore(options, await ProfilingGroups.open(options, samples));
    void store.forget();
    store.#timers.push(setInterval(() => void store.forget(), DAY).unref());
    store.#timers.push(setTimeout(() => void store.rollUp(), FIRST_ROLL_UP_AFTER).unref());
    store.#timers.push(setInterval(() => void store.rollUp(), MINUTE).unref());
    return store;
  }

  /** Removes what is past its life, in one group after the other; a failure is logged and tried again next day. */
  forget(): Promise<void> {
    return this.#forgetting.run(() => this.#forgetAll()).catch(logNotForgotten);
  }

  /** Rolls up the hours and days that have ended, of one group after the other. */
  rollUp(): Promise<void> {
    this.#rollingUp ??= this.#rollUpAll().finally(() => {
      this.#rollingUp = undefined;
    });
    return this.#rollingUp;
  }

  async #rollUpAll(): Promise<void> {
    for (const group of this.groups.all()) {
      const isServed = !this.#closed && this.groups.all().includes(group);
      if (isServed) await group.posted.rollUp(this.options.clock.now());
    }
  }

  async #forgetAll(): Promise<void> {
    for (const group of this.groups.all()) {
      if (this.#closed) return;
      await group.forget(this.options.clock.now());
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#forgetting.idle();
    await this.groups.close();
    await this.#rollingUp;
    await this.workers.close();
  }

  /** Resolves when the post is on disk. The names of posts have whole milliseconds, whatever a clock was set to. */
  post(name: string, post: Omit<Post, 'receivedAt'>): Promise<void> {
    const receivedAt = Math.max(0, Math.floor(this.options.clock.now()));
    return this.groups.get(name).post({ ...post, receivedAt });
  }

  /** The profile of what was asked for, as far as there is one; ResourceNotFoundException when there is none. */
  async aggregated(name: string, asked: Asked): Promise<Aggregated> {
    const group = this.groups.get(name);
    const now = this.options.clock.now();
    const selection = group.select(asked, now);
    if (!selection) throw notFound(`The profiling group ${name} has no profile in this time range.`);
    const key = group.revision(selection, now);
    const samples = await this.#samples.fetch(key, { context: () => group.read(selection, now) });
    if (!samples) throw new Error(`no samples were read for ${key}`);
    return { key, profile: { ...samples, start: selection.start, end: selection.end } };
  }
}

const logNotForgotten = (error: unknown) => console.error('local-aws: old profiles were not removed:', error);
