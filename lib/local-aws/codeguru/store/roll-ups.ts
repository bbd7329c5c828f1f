import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, namesIn } from '@/lib/disk/durable-file';
import type { SharedTexts } from '@/lib/profile/codec/packed';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import { aggregationOf, isRetained } from './aggregation';
import { type Block, endOf } from './cover';
import { readIntactProfile, writeProfile } from './stored-profile';

const ROLL_UP_FILE = /^(PT1H|P1D)-(\d+)-([0-9a-f-]+)\.gz(\.damaged-\d+)?$/;

/** The fingerprint of a block's posts, as from PostIndex. */
type FingerprintOf = (block: Block) => string;

/**
 * Merged hours and days, a file each: `PT1H-<start>-<fingerprint of its posts>.gz`. A file with another fingerprint is
 * outdated and ignored.
 */
export class RollUps {
  readonly #known = new Map<string, Set<string>>();

  private constructor(readonly folder: string) {}

  static async open(folder: string): Promise<RollUps> {
    const rollUps = new RollUps(folder);
    for (const file of await filesIn(folder)) {
      const parsed = parse(file);
      if (parsed && !parsed.isDamaged) rollUps.#knownOf(nameOf(parsed.block)).add(parsed.fingerprint);
    }
    return rollUps;
  }

  has(block: Block, fingerprint: string): boolean {
    return this.#known.get(nameOf(block))?.has(fingerprint) ?? false;
  }

  /** The roll-up of exactly these posts; undefined when it doesn't exist, or is damaged and set aside. */
  async read(
    block: Block,
    fingerprint: string,
    now: number,
    texts?: SharedTexts,
  ): Promise<WeightedTree | undefined> {
    if (!this.has(block, fingerprint)) return undefined;
    const noteMissing = () => this.#known.get(nameOf(block))?.delete(fingerprint) ?? false;
    return readIntactProfile(this.#path(block, fingerprint), now, noteMissing, texts);
  }

  /** Writes a roll-up and removes outdated ones. A failure is only logged: the block is merged from its parts again. */
  async store(block: Block, fingerprint: string, samples: WeightedTree): Promise<void> {
    try {
      await writeProfile(this.#path(block, fingerprint), samples);
      const known = this.#knownOf(nameOf(block));
      known.add(fingerprint);
      for (const other of [...known].filter((each) => each !== fingerprint)) {
        known.delete(other);
        await rm(this.#path(block, other), { force: true });
      }
    } catch (error) {
      console.error(`local-aws: ${this.#path(block, fingerprint)} was not stored:`, error);
    }
  }

  /** Removes expired and outdated roll-ups, one after the other. */
  async removeExpired(now: number, fingerprintOf: FingerprintOf): Promise<void> {
    for (const file of await namesIn(this.folder)) {
      const { block, fingerprint = '', isDamaged = false } = parse(file) ?? {};
      if (!block) continue;
      const isUseful = isDamaged || fingerprint === fingerprintOf(block);
      if (isRetained(block.aggregation, block.start, now) && isUseful) continue;
      this.#known.get(nameOf(block))?.delete(fingerprint);
      await rm(join(this.folder, file), { force: true });
    }
  }

  #knownOf(name: string): Set<string> {
    const known = this.#known.get(name) ?? new Set();
    this.#known.set(name, known);
    return known;
  }

  #path(block: Block, fingerprint: string): string {
    return join(this.folder, `${nameOf(block)}-${fingerprint}.gz`);
  }
}

function parse(file: string): { block: Block; fingerprint: string; isDamaged: boolean } | undefined {
  const [, period, start, fingerprint = '', damaged] = ROLL_UP_FILE.exec(file) ?? [];
  if (period !== 'PT1H' && period !== 'P1D') return undefined;
  const block = { aggregation: aggregationOf[period], start: Number(start) };
  return { block, fingerprint, isDamaged: damaged !== undefined };
}

const nameOf = ({ aggregation, start }: Block) => `${aggregation.period}-${start}`;

export const spanOf = (block: Block) => ({ from: block.start, to: endOf(block) });
