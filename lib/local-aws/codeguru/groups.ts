import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file';

const group = z.object({
  name: z.string().regex(/^[\w-]{1,255}$/),
  computePlatform: z.enum(['Default', 'AWSLambda']),
  /** Epoch milliseconds, as all times here. */
  createdAt: z.number(),
  updatedAt: z.number(),
  profilingEnabled: z.boolean(),
  latestAgentOrchestratedAt: z.number().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  /** Of the request that made it; a group that was there from the start has none. */
  clientToken: z.string().optional(),
});

const file = z.object({ groups: z.array(group) });

/** What is kept of a profiling group beside its profiles. */
export type Group = z.output<typeof group>;

/** The profiling groups, in one file of the data folder. */
export class Groups {
  readonly #groups: Map<string, Group>;
  #written: Promise<void> = Promise.resolve();
  /** A write that has not begun and will hold all that is put until then. */
  #next: Promise<void> | undefined;

  private constructor(
    readonly path: string,
    groups: readonly Group[],
  ) {
    this.#groups = new Map(groups.map((group) => [group.name, group]));
  }

  /** A damaged file is set aside under another name and named in the log. */
  static async open(folder: string, now: number): Promise<Groups> {
    const path = join(folder, 'groups.json');
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return new Groups(path, []);
    try {
      return new Groups(path, file.parse(JSON.parse(text)).groups);
    } catch {
      const aside = `${path}.damaged-${now}`;
      await rename(path, aside);
      console.error(`local-aws: ${path} was damaged; it is now ${aside}`);
      return new Groups(path, []);
    }
  }

  all(): Group[] {
    return [...this.#groups.values()];
  }

  get(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  /** Adds a group, or replaces the one of its name. Resolves when it is on disk, with others that came meanwhile. */
  put(group: Group): Promise<void> {
    this.#groups.set(group.name, group);
    this.#next ??= this.#written
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#write();
      });
    this.#written = this.#next;
    return this.#next;
  }

  /** As put, but a group that can't be written is not there afterwards either. */
  async add(group: Group): Promise<void> {
    try {
      await this.put(group);
    } catch (error) {
      this.#groups.delete(group.name);
      throw error;
    }
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#written.catch(() => undefined);
  }

  #write(): Promise<void> {
    return writeDurably(this.path, `${JSON.stringify({ groups: this.all() }, null, 2)}\n`);
  }
}
