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
  /** Who may do what an agent does; a group that was never given permissions has none. */
  policy: z.object({ revisionId: z.string(), principals: z.array(z.string()) }).optional(),
  channels: z.array(channel).optional(),
  /** Of the request that made it; a group that was there from the start has none. */
  clientToken: z.string().optional(),
  /** What that request asked for, hashed: the group may have been changed since. */
  askHash: z.string().optional(),
  /** A sample group that was changed: it is served with the sample data only. */
  sample: z.boolean().optional(),
});

const file = z.object({ groups: z.array(group), deleted: z.array(name).default([]) });

/** What is kept of a profiling group beside its profiles. */
export type Group = z.output<typeof group>;
export type Channel = z.output<typeof channel>;

/** The profiling groups, in one file of the data folder, and the names of those whose delete was acknowledged. */
export class Groups {
  readonly #groups: Map<string, Group>;
  readonly #deleted: Set<string>;
  #written: Promise<void> = Promise.resolve();
  /** A write that has not begun and will hold all that is put until then. */
  #next: Promise<void> | undefined;

  private constructor(
    readonly path: string,
    { groups, deleted }: z.output<typeof file>,
  ) {
    this.#groups = new Map(groups.map((group) => [group.name, group]));
    this.#deleted = new Set(deleted);
  }

  static async open(folder: string, now: number): Promise<Groups> {
    const path = join(folder, 'groups.json');
    return new Groups(path, (await readJsonFile(path, file, now)) ?? { groups: [], deleted: [] });
  }

  all(): Group[] {
    return [...this.#groups.values()];
  }

  get(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  /** Names that were deleted and not made again. */
  deleted(): string[] {
    return [...this.#deleted];
  }

  isDeleted(name: string): boolean {
    return this.#deleted.has(name);
  }

  /** Adds a group, or replaces the one of its name. Resolves when it is on disk, with others that came meanwhile. */
  put(group: Group): Promise<void> {
    this.#groups.set(group.name, group);
    this.#deleted.delete(group.name);
    return this.#soon();
  }

  /** As put, but what can't be written is afterwards as it was before. */
  change(group: Group): Promise<void> {
    return this.#orAsBefore(group.name, () => this.put(group));
  }

  /** Resolves when it is on disk that there is no such group any more. */
  delete(name: string): Promise<void> {
    return this.#orAsBefore(name, () => {
      this.#groups.delete(name);
      this.#deleted.add(name);
      return this.#soon();
    });
  }

  /** Nothing is left of a deleted group. */
  forgetDeleted(name: string): Promise<void> {
    this.#deleted.delete(name);
    return this.#soon();
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#written.catch(() => undefined);
  }

  async #orAsBefore(name: string, write: () => Promise<void>): Promise<void> {
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

  #soon(): Promise<void> {
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
