import { LRUCache } from 'lru-cache';
import { SerialQueue } from '@/lib/disk/serial-queue';
import type { PostLimits } from '@/lib/profile/import/posts/post-limits';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { treeBytes } from '@/lib/profile/tree/tree-bytes';
import { DAY, MINUTE } from '@/lib/time/duration';
import { markPastChanged } from '../../store/past-changed';
import type { StoreOptions } from '../../store/store-options';
import { notFound } from '../errors';
import { FindingsReports } from '../recommendations/findings-reports';
import { FrameSeries } from './frame-series';
import { Intake } from './intake';
import { PostWorkers } from './post-workers';
import type { Post } from './posts';
import { ProfilingGroups } from './profiling-groups';
import type { RequestedRange } from './requested-range';
import type { SampleGroup } from './sample-group';

/** Real milliseconds before the first roll-up, so that it doesn't delay the start and the first requests. */
const FIRST_ROLL_UP_AFTER_MS = 5000;

/** The dashboard may have archived the profiles of a time before this. */
const LATE_AFTER_MS = 15 * MINUTE;

const SAMPLES_CACHE_BYTES = 96 * 1024 * 1024;
const REPLIES_CACHE_BYTES = 64 * 1024 * 1024;

export type ProfileOptions = {
  /** The largest profile accepted from an agent; MAX_POST by default. */
  maxPost?: PostLimits;
};

/** A merged profile; equal keys mean equal profiles. */
export type Aggregated = { key: string; profile: Profile };

/** The profiling groups and their profiles, in the folder `profiles` of the data folder. */
export class ProfileStore {
  readonly #expiry = new SerialQueue();
  #rollingUp: Promise<void> | undefined;
  readonly #timers: NodeJS.Timeout[] = [];
  #isClosed = false;
  readonly #samples = new LRUCache<string, WeightedTree, () => Promise<WeightedTree>>({
    maxSize: SAMPLES_CACHE_BYTES,
    sizeCalculation: ({ tree }) => treeBytes(tree),
    fetchMethod: async (_key, _stale, { context }) => context(),
  });
  /** Encoded profiles by everything that they depend on. The context encodes a missing one. */
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
    void store.removeExpired();
    store.#timers.push(setInterval(() => void store.removeExpired(), DAY).unref());
    store.#timers.push(setTimeout(() => void store.rollUp(), FIRST_ROLL_UP_AFTER_MS).unref());
    store.#timers.push(setInterval(() => void store.rollUp(), MINUTE).unref());
    return store;
  }

  /** Removes expired profiles, one group after the other. A failure is logged; the next try is a day later. */
  removeExpired(): Promise<void> {
    return this.#expiry.run(() => this.#removeAllExpired()).catch(logNotRemoved);
  }

  /** Rolls up ended hours and days, one group after the other. */
  rollUp(): Promise<void> {
    this.#rollingUp ??= this.#rollUpAll().finally(() => {
      this.#rollingUp = undefined;
    });
    return this.#rollingUp;
  }

  async #rollUpAll(): Promise<void> {
    for (const group of this.groups.all()) {
      const isServed = !this.#isClosed && this.groups.all().includes(group);
      if (isServed) await group.posted.rollUp(this.options.clock.now());
    }
  }

  async #removeAllExpired(): Promise<void> {
    for (const group of this.groups.all()) {
      if (this.#isClosed) return;
      await group.removeExpired(this.options.clock.now());
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#expiry.idle();
    await this.groups.close();
    await this.#rollingUp;
    await this.workers.close();
  }

  /** Resolves when the post is on disk. File names contain whole milliseconds, whatever the clock was set to. */
  async post(name: string, post: Omit<Post, 'receivedAt'>): Promise<void> {
    const { clock, folder } = this.options;
    const receivedAt = Math.max(0, Math.floor(clock.now()));
    await this.groups.get(name).post({ ...post, receivedAt });
    if (post.start < receivedAt - LATE_AFTER_MS) await markPastChanged(folder, clock.now());
  }

  /** Deletes a group. Resolves when that is on disk. */
  async delete(name: string): Promise<void> {
    const { clock, folder } = this.options;
    await this.groups.delete(name);
    await markPastChanged(folder, clock.now());
  }

  /** The existing part of the profile of a range; ResourceNotFoundException when there is none. */
  async aggregated(name: string, range: RequestedRange): Promise<Aggregated> {
    const group = this.groups.get(name);
    const now = this.options.clock.now();
    const selection = group.select(range, now);
    if (!selection) throw notFound(`The profiling group ${name} has no profile in this time range.`);
    const key = group.revision(selection, now);
    const samples = await this.#samples.fetch(key, { context: () => group.read(selection, now) });
    if (!samples) throw new Error(`no samples were read for ${key}`);
    return { key, profile: { ...samples, start: selection.start, end: selection.end } };
  }
}

const logNotRemoved = (error: unknown) => console.error('local-aws: old profiles were not removed:', error);
