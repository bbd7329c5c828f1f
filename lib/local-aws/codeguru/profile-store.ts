import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { CallTree, Profile } from '@/lib/profile/call-tree';
import { DAY } from '@/lib/time/duration';
import { sampleGroups } from '../sample/profiles/sample-groups';
import type { StoreOptions } from '../world';
import type { Asked } from './asked-range';
import { filesIn } from './durable-file';
import { conflict, notFound } from './errors';
import { type Group, Groups } from './groups';
import { PostedProfiles } from './posted-profiles';
import type { Post } from './posts';
import type { Samples } from './profile-source';
import { ProfilingGroup } from './profiling-group';

/** The dashboard's own profiling group: there from the start, so that its first post is taken. */
const OWN_GROUP = 'triptych-server';
const SAMPLES_CACHE_BYTES = 96 * 1024 * 1024;
const REPLIES_CACHE_BYTES = 64 * 1024 * 1024;

/** A profile as it was put together; equal keys mean equal profiles. */
export type Aggregated = { key: string; profile: Profile };

/** What a new profiling group is asked for with. */
export type GroupAsk = Required<
  Pick<Group, 'name' | 'clientToken' | 'computePlatform' | 'profilingEnabled' | 'tags'>
>;

/** The profiling groups and their profiles, below `profiles` in the data folder. */
export class ProfileStore {
  readonly #served = new Map<string, ProfilingGroup>();
  #creating: Promise<unknown> = Promise.resolve();
  #forgetting: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #samples = new LRUCache<string, Samples, () => Promise<Samples>>({
    maxSize: SAMPLES_CACHE_BYTES,
    sizeCalculation: ({ tree }) => bytesOf(tree),
    fetchMethod: async (_key, _stale, { context }) => context(),
  });
  /** Encoded profiles by all that they depend on; made by the function given as context. */
  readonly replies = new LRUCache<string, Uint8Array, () => Promise<Uint8Array>>({
    maxSize: REPLIES_CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length + 1,
    fetchMethod: async (_key, _stale, { context }) => context(),
  });

  private constructor(
    readonly options: StoreOptions,
    readonly folder: string,
    readonly groups: Groups,
  ) {}

  static async open(options: StoreOptions): Promise<ProfileStore> {
    const folder = join(options.folder, 'profiles');
    const groups = await Groups.open(folder, options.clock.now());
    const store = new ProfileStore(options, folder, groups);
    await store.#openReal();
    if (options.sample) await store.#openSamples();
    void store.forget();
    store.#timer = setInterval(() => void store.forget(), DAY).unref();
    return store;
  }

  /** Removes what is past its life, in one group after the other; a failure is logged and tried again next day. */
  forget(): Promise<void> {
    this.#forgetting = this.#forgetting.then(() => this.#forgetAll()).catch(logNotForgotten);
    return this.#forgetting;
  }

  async #forgetAll(): Promise<void> {
    for (const { posted } of [...this.#served.values()]) {
      if (this.#closed) return;
      await posted.forget(this.options.clock.now());
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#forgetting;
    await this.#creating;
    for (const { posted } of this.#served.values()) await posted.settled();
    await this.groups.settled();
  }

  /** Groups whose posts are there are known again should the file of groups have been damaged. */
  async #openReal(): Promise<void> {
    const folders = (await filesIn(this.folder)).filter((name) => /^[\w-]+$/.test(name));
    const names = new Set([OWN_GROUP, ...folders]);
    for (const { group } of sampleGroups()) names.delete(group.name);
    for (const name of names) {
      if (!this.groups.get(name)) await this.groups.put(newGroup(name, this.options.clock.now()));
    }
    for (const group of this.groups.all()) {
      this.#served.set(group.name, new ProfilingGroup(group, await this.#posted(group.name)));
    }
  }

  async #openSamples(): Promise<void> {
    for (const { group, generated, captured } of sampleGroups()) {
      const posted = await this.#posted(group.name);
      this.#served.set(group.name, new ProfilingGroup(group, posted, generated));
      if (captured && posted.latestReport() === undefined) await posted.add(await captured());
    }
  }

  #posted(name: string): Promise<PostedProfiles> {
    return PostedProfiles.open(join(this.folder, name), this.options.clock.now());
  }

  /** Names of all profiling groups, in order. */
  names(): string[] {
    return [...this.#served.keys()].sort();
  }

  /** ResourceNotFoundException when there is none of this name. */
  group(name: string): ProfilingGroup {
    const served = this.#served.get(name);
    if (!served) throw notFound(`There is no profiling group ${name}.`);
    return served;
  }

  /**
   * Makes a profiling group; resolves when it is on disk. A repetition, by its token, gives the one that is there.
   * ConflictException when the name is taken or the token was used for something else.
   */
  create(ask: GroupAsk): Promise<ProfilingGroup> {
    const created = this.#creating.then(() => this.#repeated(ask) ?? this.#create(ask));
    this.#creating = created.catch(() => undefined);
    return created;
  }

  #repeated(ask: GroupAsk): ProfilingGroup | undefined {
    const made = this.groups.all().find(({ clientToken }) => clientToken === ask.clientToken);
    if (!made) return undefined;
    if (!isDeepStrictEqual({ ...made, ...ask }, made)) {
      throw conflict('The clientToken was used for another request.');
    }
    return this.group(made.name);
  }

  async #create(ask: GroupAsk): Promise<ProfilingGroup> {
    if (this.#served.has(ask.name)) throw conflict(`There is a profiling group ${ask.name} already.`);
    const group = { ...newGroup(ask.name, this.options.clock.now()), ...ask };
    const served = new ProfilingGroup(group, await this.#posted(group.name));
    await this.groups.add(group);
    this.#served.set(group.name, served);
    return served;
  }

  /** Remembers that an agent asked for its configuration. */
  async orchestrated(name: string): Promise<Group> {
    const served = this.group(name);
    served.description = { ...served.description, latestAgentOrchestratedAt: this.options.clock.now() };
    if (this.groups.get(name)) await this.groups.put(served.description);
    return served.description;
  }

  /** Resolves when the post is on disk. */
  post(name: string, post: Omit<Post, 'receivedAt'>): Promise<void> {
    return this.group(name).posted.add({ ...post, receivedAt: this.options.clock.now() });
  }

  /** The profile of what was asked for, as far as there is one; ResourceNotFoundException when there is none. */
  async aggregated(name: string, asked: Asked): Promise<Aggregated> {
    const group = this.group(name);
    const now = this.options.clock.now();
    const selection = group.select(asked, now);
    if (!selection) throw notFound(`The profiling group ${name} has no profile in this time range.`);
    const key = group.revision(selection, now);
    const samples = await this.#samples.fetch(key, { context: () => group.read(selection, now) });
    if (!samples) throw new Error(`no samples were read for ${key}`);
    return { key, profile: { ...samples, start: selection.start, end: selection.end } };
  }
}

function bytesOf({ name, states, names, files }: CallTree): number {
  return 1000 + name.length * (28 + 16 * states.length) + (names.length + files.length) * 100;
}

const logNotForgotten = (error: unknown) => console.error('local-aws: old profiles were not removed:', error);

function newGroup(name: string, now: number): Group {
  return { name, computePlatform: 'Default', createdAt: now, updatedAt: now, profilingEnabled: true };
}
