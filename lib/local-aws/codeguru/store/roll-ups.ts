import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, namesIn } from '@/lib/disk/durable-file';
import type { SharedTexts } from '@/lib/profile/codec/packed';
import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import { aggregationOf, isKept } from './aggregation';
import { type Block, endOf } from './cover';
import { readIntactProfile, writeProfile } from './stored-profile';

const ROLL_UP_FILE = /^(PT1H|P1D)-(\d+)-([0-9a-f-]+)\.gz(\.damaged-\d+)?$/;

/** Tells which posts a block is of: its mark, as of PostIndex. */
type MarkOf = (block: Block) => string;

/**
 * Hours and days that were put together, a file each: `PT1H-<start>-<mark of its posts>.gz`. One with another mark
 * is of no use any more, and takes no part.
 */
export class RollUps {
  readonly #marks = new Map<string, Set<string>>();

  private constructor(readonly folder: string) {}

  static async open(folder: string): Promise<RollUps> {
    const rollUps = new RollUps(folder);
    for (const file of await filesIn(folder)) {
      const parsed = parse(file);
      if (parsed && !parsed.isDamaged) rollUps.#marksOf(nameOf(parsed.block)).add(parsed.mark);
    }
    return rollUps;
  }

  has(block: Block, mark: string): boolean {
    return this.#marks.get(nameOf(block))?.has(mark) ?? false;
  }

  /** The one of these posts; undefined when there is none, or it is damaged and set aside: it is made again then. */
  async read(
    block: Block,
    mark: string,
    now: number,
    texts?: SharedTexts,
  ): Promise<WeightedTree | undefined> {
    if (!this.has(block, mark)) return undefined;
    const noteMissing = () => this.#marks.get(nameOf(block))?.delete(mark) ?? false;
    return readIntactProfile(this.#path(block, mark), now, noteMissing, texts);
  }

  /** What can't be kept is said in the log, and made again when it is next asked for. */
  async keep(block: Block, mark: string, samples: WeightedTree): Promise<void> {
    try {
      await writeProfile(this.#path(block, mark), samples);
      const marks = this.#marksOf(nameOf(block));
      marks.add(mark);
      for (const other of [...marks].filter((known) => known !== mark)) {
        marks.delete(other);
        await rm(this.#path(block, other), { force: true });
      }
    } catch (error) {
      console.error(`local-aws: ${this.#path(block, mark)} was not kept:`, error);
    }
  }

  /** Removes those past their life and those of other posts than there are, one after the other. */
  async forget(now: number, markOf: MarkOf): Promise<void> {
    for (const file of await namesIn(this.folder)) {
      const { block, mark = '', isDamaged = false } = parse(file) ?? {};
      if (!block) continue;
      const isOfUse = isDamaged || mark === markOf(block);
      if (isKept(block.aggregation, block.start, now) && isOfUse) continue;
      this.#marks.get(nameOf(block))?.delete(mark);
      await rm(join(this.folder, file), { force: true });
    }
  }

  #marksOf(name: string): Set<string> {
    const marks = this.#marks.get(name) ?? new Set();
    this.#marks.set(name, marks);
    return marks;
  }

  #path(block: Block, mark: string): string {
    return join(this.folder, `${nameOf(block)}-${mark}.gz`);
  }
}

function parse(file: string): { block: Block; mark: string; isDamaged: boolean } | undefined {
  const [, period, start, mark = '', damaged] = ROLL_UP_FILE.exec(file) ?? [];
  if (period !== 'PT1H' && period !== 'P1D') return undefined;
  const block = { aggregation: aggregationOf[period], start: Number(start) };
  return { block, mark, isDamaged: damaged !== undefined };
}

const nameOf = ({ aggregation, start }: Block) => `${aggregation.period}-${start}`;

export const spanOf = (block: Block) => ({ from: block.start, to: endOf(block) });
