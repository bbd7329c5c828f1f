import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '@/lib/disk/durable-file';
import { readJsonFile } from '@/lib/disk/json-file';
import { tagsMap } from '../tags';

const name = z.string().regex(/^[\w-]{1,255}$/);

const channel = z.object({
  id: z.string(),
  uri: z.string(),
  eventPublishers: z.array(z.literal('AnomalyDetection')),
});

const group = z.object({
  name,
  computePlatform: z.enum(['Default', 'AWSLambda']),
  /** Epoch milliseconds, as all times here. */
  createdAt: z.number(),
  updatedAt: z.number(),
  profilingEnabled: z.boolean(),
  latestAgentOrchestratedAt: z.number().optional(),
  tags: tagsMap.optional(),
  /** Who may do what agents do; absent until permissions are first given. */
  policy: z.object({ revisionId: z.string(), principals: z.array(z.string()) }).optional(),
  channels: z.array(channel).optional(),
  /** Token of the request that created the group; built-in groups have none. */
  clientToken: z.string().optional(),
  /** Hash of that request's members, because the group may have changed since. */
  askHash: z.string().optional(),
  /** Set on a sample group that was changed: it is served only with the sample data. */
  sample: z.boolean().optional(),
});

const file = z.object({ groups: z.array(group), deleted: z.array(name).default([]) });

/** The stored members of a profiling group, without its profiles. */
export type Group = z.output<typeof group>;
export type Channel = z.output<typeof channel>;

/** The file of all profiling groups and of the names whose deletion was acknowledged. */
export class GroupsFile {
  readonly #groups: Map<string, Group>;
  readonly #deleted: Set<string>;
  #written: Promise<void> = Promise.resolve();
  /** A write that has not started: it will include everything put until then. */
  #next: Promise<void> | undefined;

  private constructor(
    readonly path: string,
    { groups, deleted }: z.output<typeof file>,
  ) {
    this.#groups = new Map(groups.map((group) => [group.name, group]));
    this.#deleted = new Set(deleted);
  }

  static async open(folder: string, now: number): Promise<GroupsFile> {
    const path = join(folder, 'groups.json');
    return new GroupsFile(path, (await readJsonFile(path, file, now)) ?? { groups: [], deleted: [] });
  }

  all(): Group[] {
    return [...this.#groups.values()];
  }

  get(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  /** Names that were deleted and not created again. */
  deleted(): string[] {
    return [...this.#deleted];
  }

  isDeleted(name: string): boolean {
    return this.#deleted.has(name);
  }

  /** Adds a group or replaces the one with its name. Resolves when it is on disk, together with other changes. */
  put(group: Group): Promise<void> {
    this.#groups.set(group.name, group);
    this.#deleted.delete(group.name);
    return this.#scheduleWrite();
  }

  /** Like `put`, but rolled back when it can't be written. */
  change(group: Group): Promise<void> {
    return this.#orRollBack(group.name, () => this.put(group));
  }

  /** Resolves when the deletion is on disk. */
  delete(name: string): Promise<void> {
    return this.#orRollBack(name, () => {
      this.#groups.delete(name);
      this.#deleted.add(name);
      return this.#scheduleWrite();
    });
  }

  /** Call when nothing of a deleted group is left. */
  forgetDeleted(name: string): Promise<void> {
    this.#deleted.delete(name);
    return this.#scheduleWrite();
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#written.catch(() => undefined);
  }

  async #orRollBack(name: string, write: () => Promise<void>): Promise<void> {
    const before = this.#groups.get(name);
    const wasDeleted = this.#deleted.has(name);
    try {
      await write();
    } catch (error) {
      if (before) this.#groups.set(name, before);
      else this.#groups.delete(name);
      if (wasDeleted) this.#deleted.add(name);
      else this.#deleted.delete(name);
      throw error;
    }
  }

  #scheduleWrite(): Promise<void> {
    this.#next ??= this.#written
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#write();
      });
    this.#written = this.#next;
    return this.#next;
  }

  #write(): Promise<void> {
    const groups = this.all().map(({ tags, ...group }) => ({
      ...group,
      ...(tags && { tags: Object.fromEntries(tags) }),
    }));
    return writeDurably(this.path, `${JSON.stringify({ groups, deleted: this.deleted() }, null, 2)}\n`);
  }
}
