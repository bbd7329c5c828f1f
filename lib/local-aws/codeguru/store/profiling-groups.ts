import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '@/lib/disk/durable-file';
import { SerialQueue } from '@/lib/disk/serial-queue';
import type { StoreOptions } from '../../store/store-options';
import { conflict, notFound, quotaExceeded } from '../errors';
import { type Group, GroupsFile } from './groups-file';
import { PostedProfiles } from './posted-profiles';
import { ProfilingGroup } from './profiling-group';
import type { SampleGroup } from './sample-group';

/** The dashboard's own profiling group: built in, so that its first post is accepted. */
const OWN_GROUP = 'triptych-server';

/** [?] Groups are stored in one file and listed from memory. */
const MAX_GROUPS = 1000;

/** The members of a request for a new profiling group. */
export type GroupRequest = Required<
  Pick<Group, 'name' | 'clientToken' | 'computePlatform' | 'profilingEnabled' | 'tags'>
>;

/**
 * The profiling groups. Changes run one after the other and are on disk when they resolve. The name of a deleted group is
 * stored until its folder is gone; that of a built-in group until it is created again, so that it stays deleted.
 */
export class ProfilingGroups {
  readonly #served = new Map<string, ProfilingGroup>();
  readonly #builtIn: ReadonlySet<string>;
  readonly #changes = new SerialQueue();

  private constructor(
    readonly options: StoreOptions,
    readonly folder: string,
    readonly file: GroupsFile,
    readonly samples: readonly SampleGroup[],
  ) {
    this.#builtIn = new Set([OWN_GROUP, ...samples.map(({ group }) => group.name)]);
  }

  /** The names of `samples` are reserved even when the options leave the sample data out. */
  static async open(options: StoreOptions, samples: readonly SampleGroup[]): Promise<ProfilingGroups> {
    const folder = join(options.folder, 'profiles');
    const file = await GroupsFile.open(folder, options.clock.now());
    const groups = new ProfilingGroups(options, folder, file, samples);
    for (const name of groups.file.deleted()) await groups.#finishDelete(name).catch(logNotDeleted);
    await groups.#openReal();
    if (options.sample) await groups.#openSamples();
    return groups;
  }

  async close(): Promise<void> {
    await this.#changes.idle();
    for (const served of this.#served.values()) await served.settled();
    await this.file.settled();
  }

  /** Folders with posts restore their groups when the file of groups was damaged. */
  async #openReal(): Promise<void> {
    const folders = (await filesIn(this.folder)).filter((name) => /^[\w-]+$/.test(name));
    const names = new Set([OWN_GROUP, ...folders.filter((name) => !this.#builtIn.has(name))]);
    for (const name of names) {
      if (this.file.get(name) || this.file.isDeleted(name)) continue;
      await this.file.put(newGroup(name, this.options.clock.now()));
    }
    for (const group of this.file.all()) {
      if (group.sample) continue;
      this.#served.set(group.name, new ProfilingGroup(group, await this.#posted(group.name)));
    }
  }

  /** A deleted sample group stays deleted; one that was created again under its name is an ordinary group. */
  async #openSamples(): Promise<void> {
    for (const { group, generated, captured } of this.samples) {
      const stored = this.file.get(group.name);
      if (this.file.isDeleted(group.name) || (stored && !stored.sample)) continue;
      const posted = await this.#posted(group.name);
      const description = { ...group, ...stored, sample: true };
      this.#served.set(group.name, new ProfilingGroup(description, posted, generated));
      if (captured && posted.latestReport() === undefined) await posted.add(await captured());
    }
  }

  #posted(name: string): Promise<PostedProfiles> {
    return PostedProfiles.open(this.folderOf(name), this.options.clock.now());
  }

  /** The folder with everything of a group except its entry in the file of groups. */
  folderOf(name: string): string {
    return join(this.folder, name);
  }

  /** Names of all profiling groups, sorted. */
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

  /** ResourceNotFoundException when there is no group of this name. */
  get(name: string): ProfilingGroup {
    const served = this.#served.get(name);
    if (!served) throw notFound(`There is no profiling group ${name}.`);
    return served;
  }

  /**
   * Creates a profiling group. A repetition, recognised by its token, returns the existing one. ConflictException when the
   * name is in use or the token was used for something else, ServiceQuotaExceededException beyond 1,000 groups.
   */
  create(request: GroupRequest): Promise<ProfilingGroup> {
    return this.exclusively(async () => this.#repeated(request) ?? (await this.#create(request)));
  }

  #repeated(request: GroupRequest): ProfilingGroup | undefined {
    const existing = this.file.all().find(({ clientToken }) => clientToken === request.clientToken);
    if (!existing) return undefined;
    if (existing.name !== request.name || (existing.askHash ?? hashOf(request)) !== hashOf(request)) {
      throw conflict('The clientToken was used for another request.');
    }
    return this.get(existing.name);
  }

  async #create(request: GroupRequest): Promise<ProfilingGroup> {
    if (this.#served.has(request.name)) throw conflict(`There is already a profiling group ${request.name}.`);
    if (this.#served.size >= MAX_GROUPS)
      throw quotaExceeded(`There are already ${MAX_GROUPS} profiling groups.`);
    if (this.file.isDeleted(request.name)) await this.#finishDelete(request.name);
    const group = {
      ...newGroup(request.name, this.options.clock.now()),
      ...request,
      askHash: hashOf(request),
    };
    const served = new ProfilingGroup(group, await this.#posted(group.name));
    await this.file.change(group);
    this.#served.set(group.name, served);
    return served;
  }

  /** Changes what is stored of a group. Nothing changes when `changeOf` throws or the file can't be written. */
  change(name: string, changeOf: (group: Group) => Partial<Group>): Promise<ProfilingGroup> {
    return this.exclusively(async () => {
      const served = this.get(name);
      const before = served.description;
      served.description = { ...before, ...changeOf(before) };
      try {
        await this.file.change(served.description);
      } catch (error) {
        served.description = before;
        throw error;
      }
      return served;
    });
  }

  /** Resolves when the deletion is on disk; the profiles are removed afterwards. */
  async delete(name: string): Promise<void> {
    const deleted = this.exclusively(async () => {
      const served = this.get(name);
      this.#served.delete(name);
      try {
        await this.file.delete(name);
      } catch (error) {
        this.#served.set(name, served);
        throw error;
      }
      return served;
    });
    this.exclusively(async () => {
      const served = await deleted.catch(() => undefined);
      await served?.settled();
      if (served) await this.#finishDelete(name);
    }).catch(logNotDeleted);
    await deleted;
  }

  async #finishDelete(name: string): Promise<void> {
    await rm(this.folderOf(name), { recursive: true, force: true });
    if (!this.#builtIn.has(name)) await this.file.forgetDeleted(name);
  }

  /** Records that an agent requested its configuration. */
  async recordOrchestration(name: string): Promise<Group> {
    const served = this.get(name);
    served.description = { ...served.description, latestAgentOrchestratedAt: this.options.clock.now() };
    if (this.file.get(name)) await this.file.put(served.description);
    return served.description;
  }

  /** Runs `work` after all earlier changes of groups. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.run(work);
  }
}

const logNotDeleted = (error: unknown) => console.error('local-aws: a deleted group was not removed:', error);

function hashOf({ name, computePlatform, profilingEnabled, tags }: GroupRequest): string {
  const text = JSON.stringify([name, computePlatform, profilingEnabled, [...tags].sort()]);
  return createHash('sha256').update(text).digest('hex');
}

function newGroup(name: string, now: number): Group {
  return { name, computePlatform: 'Default', createdAt: now, updatedAt: now, profilingEnabled: true };
}
