import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { decodeProfile } from '@/lib/profile/decode';
import { encodeJson } from '@/lib/profile/encode';
import { isAnyKept } from './aggregation';
import type { Block } from './cover';
import { filesIn, writeDurably } from './durable-file';
import type { Samples } from './profile-source';

const ROLL_UP_FILE = /^((?:PT1H|P1D)-(\d+))-(\d+)\.gz$/;

const zip = promisify(gzip);

type Kept = { start: number; count: number };

/**
 * Hours and days that were put together, a file each: `PT1H-<start>-<number of posts>.gz`. One of more posts
 * takes the place of the one before.
 */
export class RollUps {
  readonly #kept = new Map<string, Kept>();
  readonly #superseded = new Set<string>();

  private constructor(readonly folder: string) {}

  static async open(folder: string): Promise<RollUps> {
    const rollUps = new RollUps(folder);
    for (const file of await filesIn(folder)) {
      const [, name, start, count] = ROLL_UP_FILE.exec(file) ?? [];
      if (name) rollUps.#know(name, { start: Number(start), count: Number(count) });
    }
    return rollUps;
  }

  /** The one of so many posts; undefined when there is none or it is damaged: it is made again then. */
  async read(block: Block, count: number): Promise<Samples | undefined> {
    const name = nameOf(block);
    if (this.#kept.get(name)?.count !== count) return undefined;
    try {
      return decodeProfile(await readFile(this.#path(name, count)));
    } catch {
      return undefined;
    }
  }

  /** What can't be kept is made again when it is next asked for. */
  async keep(block: Block, count: number, samples: Samples): Promise<void> {
    const name = nameOf(block);
    try {
      await writeDurably(this.#path(name, count), await zip(encodeJson(samples), { level: 1 }));
      this.#know(name, { start: block.start, count });
      await this.#removeSuperseded();
    } catch (error) {
      console.error(`local-aws: ${this.#path(name, count)} was not kept:`, error);
    }
  }

  /** Removes those past their life and what took no part any more, one after the other. */
  async forget(now: number): Promise<void> {
    for (const [name, { start, count }] of this.#kept) {
      if (isAnyKept(start, now)) continue;
      this.#kept.delete(name);
      this.#superseded.add(this.#path(name, count));
    }
    await this.#removeSuperseded();
  }

  /** Of two of one hour or day the one of more posts is kept. */
  #know(name: string, rollUp: Kept): void {
    const before = this.#kept.get(name);
    if (before?.count === rollUp.count) return;
    const [kept, other] = before && before.count > rollUp.count ? [before, rollUp] : [rollUp, before];
    this.#kept.set(name, kept);
    if (other) this.#superseded.add(this.#path(name, other.count));
  }

  async #removeSuperseded(): Promise<void> {
    for (const path of this.#superseded) {
      await rm(path, { force: true });
      this.#superseded.delete(path);
    }
  }

  #path(name: string, count: number): string {
    return join(this.folder, `${name}-${count}.gz`);
  }
}

const nameOf = ({ aggregation, start }: Block) => `${aggregation.period}-${start}`;
