import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '@/lib/disk/durable-file';
import { SerialQueue } from '@/lib/disk/serial-queue';
import type { StoreOptions } from '../../store/store-options';
import { conflict, notFound, quotaExceeded } from '../errors';
import { type Group, Groups } from './groups-file';
import { PostedProfiles } from './posted-profiles';
import { ProfilingGroup } from './profiling-group';
import type { SampleGroup } from './sample-group';

/** The dashboard's own profiling group: there from the start, so that its first post is taken. */
const OWN_GROUP = 'triptych-server';

/** They are kept in one file and listed from memory. [?] */
const MAX_GROUPS = 1000;

/** What a new profiling group is asked for with. */
export type GroupRequest = Required<
  Pick<Group, 'name' | 'clientToken' | 'computePlatform' | 'profilingEnabled' | 'tags'>
>;

/**
 * The profiling groups that are served. What changes them is done one after the other and is on disk when it
 * resolves. A deleted group's name is kept until its folder is gone; that of one which is there from the start, until
 * it is made again, so that it stays deleted.
 */
export class ProfilingGroups {
  readonly #served = new Map<string, ProfilingGroup>();
  readonly #fromTheStart: ReadonlySet<string>;
  readonly #changes = new SerialQueue();

  private constructor(
    readonly options: StoreOptions,
    readonly folder: string,
    readonly kept: Groups,
    readonly samples: readonly SampleGroup[],
  ) {
    this.#fromTheStart = new Set([OWN_GROUP, ...samples.map(({ group }) => group.name)]);
  }

  /** The names of `samples` are reserved even when the options leave the sample data out. */
  static async open(options: StoreOptions, samples: readonly SampleGroup[]): Promise<ProfilingGroups> {
    const folder = join(options.folder, 'profiles');
    const kept = await Groups.open(folder, options.clock.now());
    const groups = new ProfilingGroups(options, folder, kept, samples);
    for (const name of groups.kept.deleted()) await groups.#finishDelete(name).catch(logNotDeleted);
    await groups.#openReal();
    if (options.sample) await groups.#openSamples();
    return groups;
  }

  async close(): Promise<void> {
    await this.#changes.idle();
    for (const served of this.#served.values()) await served.settled();
    await this.kept.settled();
  }

  /** Groups whose posts are there are known again should the file of groups have been damaged. */
  async #openReal(): Promise<void> {
    const folders = (await filesIn(this.folder)).filter((name) => /^[\w-]+$/.test(name));
    const names = new Set([OWN_GROUP, ...folders.filter((name) => !this.#fromTheStart.has(name))]);
    for (const name of names) {
      if (this.kept.get(name) || this.kept.isDeleted(name)) continue;
      await this.kept.put(newGroup(name, this.options.clock.now()));
    }
    for (const group of this.kept.all()) {
      if (group.sample) continue;
      this.#served.set(group.name, new ProfilingGroup(group, await this.#posted(group.name)));
    }
  }

  /** One that was deleted stays so; one that was made anew under its name is a group as any. */
  async #openSamples(): Promise<void> {
    for (const { group, generated, captured } of this.samples) {
      const kept = this.kept.get(group.name);
      if (this.kept.isDeleted(group.name) || (kept && !kept.sample)) continue;
      const posted = await this.#posted(group.name);
      const description = { ...group, ...kept, sample: true };
      this.#served.set(group.name, new ProfilingGroup(description, posted, generated));
      if (captured && posted.latestReport() === undefined) await posted.add(await captured());
    }
  }

  #posted(name: string): Promise<PostedProfiles> {
    return PostedProfiles.open(this.folderOf(name), this.options.clock.now());
  }

  /** Where all is that a group has, but for its line in the file of groups. */
  folderOf(name: string): string {
    return join(this.folder, name);
  }

  /** Names of all profiling groups, in order. */
  names(): string[] {
    return [...this.#served.keys()].sort();
  }

  /** All profiling groups by name. */
  sorted(): ProfilingGroup[] {
    return this.names().map((name) => this.get(name));
  }

  all(): ProfilingGroup[] {
    return [...this.#served.values()];
  }

  /** ResourceNotFoundException when there is none of this name. */
  get(name: string): ProfilingGroup {
    const served = this.#served.get(name);
    if (!served) throw notFound(`There is no profiling group ${name}.`);
    return served;
  }

  /**
   * Makes a profiling group. A repetition, by its token, gives the one that is there. ConflictException when the name
   * is taken or the token was used for something else, ServiceQuotaExceededException beyond 1,000 groups.
   */
  create(ask: GroupRequest): Promise<ProfilingGroup> {
    return this.inTurn(async () => this.#repeated(ask) ?? (await this.#create(ask)));
  }

  #repeated(ask: GroupRequest): ProfilingGroup | undefined {
    const made = this.kept.all().find(({ clientToken }) => clientToken === ask.clientToken);
    if (!made) return undefined;
    if (made.name !== ask.name || (made.askHash ?? hashOf(ask)) !== hashOf(ask)) {
      throw conflict('The clientToken was used for another request.');
    }
    return this.get(made.name);
  }

  async #create(ask: GroupRequest): Promise<ProfilingGroup> {
    if (this.#served.has(ask.name)) throw conflict(`There is a profiling group ${ask.name} already.`);
    if (this.#served.size >= MAX_GROUPS)
      throw quotaExceeded(`There are ${MAX_GROUPS} profiling groups already.`);
    if (this.kept.isDeleted(ask.name)) await this.#finishDelete(ask.name);
    const group = { ...newGroup(ask.name, this.options.clock.now()), ...ask, askHash: hashOf(ask) };
    const served = new ProfilingGroup(group, await this.#posted(group.name));
    await this.kept.change(group);
    this.#served.set(group.name, served);
    return served;
  }

  /** Changes what is kept of a group. Nothing is changed when `changeOf` throws or nothing can be written. */
  change(name: string, changeOf: (group: Group) => Partial<Group>): Promise<ProfilingGroup> {
    return this.inTurn(async () => {
      const served = this.get(name);
      const before = served.description;
      served.description = { ...before, ...changeOf(before) };
      try {
        await this.kept.change(served.description);
      } catch (error) {
        served.description = before;
        throw error;
      }
      return served;
    });
  }

  /** Resolves when it is on disk that the group is deleted; its profiles are removed after that. */
  async delete(name: string): Promise<void> {
    const deleted = this.inTurn(async () => {
      const served = this.get(name);
      this.#served.delete(name);
      try {
        await this.kept.delete(name);
      } catch (error) {
        this.#served.set(name, served);
        throw error;
      }
      return served;
    });
    this.inTurn(async () => {
      const served = await deleted.catch(() => undefined);
      await served?.settled();
      if (served) await this.#finishDelete(name);
    }).catch(logNotDeleted);
    await deleted;
  }

  async #finishDelete(name: string): Promise<void> {
    await rm(this.folderOf(name), { recursive: true, force: true });
    if (!this.#fromTheStart.has(name)) await this.kept.forgetDeleted(name);
  }

  /** Remembers that an agent asked for its configuration. */
  async orchestrated(name: string): Promise<Group> {
    const served = this.get(name);
    served.description = { ...served.description, latestAgentOrchestratedAt: this.options.clock.now() };
    if (this.kept.get(name)) await this.kept.put(served.description);
    return served.description;
  }

  /** Runs `work` after what changes groups before it. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.run(work);
  }
}

const logNotDeleted = (error: unknown) => console.error('local-aws: a deleted group is still there:', error);

function hashOf({ name, computePlatform, profilingEnabled, tags }: GroupRequest): string {
  const text = JSON.stringify([name, computePlatform, profilingEnabled, [...tags].sort()]);
  return createHash('sha256').update(text).digest('hex');
}

function newGroup(name: string, now: number): Group {
  return { name, computePlatform: 'Default', createdAt: now, updatedAt: now, profilingEnabled: true };
}
