import { join } from 'node:path';
import { MINUTE } from '@/lib/time/duration';
import { Archive } from './archive';
import type { AnswerToArchive } from './blob';

const MEBIBYTE = 1024 * 1024;

/** Recorded answers: ten profiling groups by the hour for more than a year. */
const MAX_RECORDED = 100_000;
/** Their index is large. */
const SAVE_RECORDED_INDEX_AFTER_MS = 10 * MINUTE;

/** An answer to archive. One that is recorded is displaced only by other recorded ones. */
export type RecordableAnswer = AnswerToArchive & { isRecorded?: boolean };

type Options = {
  /** The data folder. */
  folder: string;
  /** Maximum sizes of what anybody looked at, and of what was recorded, MiB. */
  mebibytes: number;
  recordedMebibytes: number;
  /** Epoch milliseconds. */
  now(): number;
};

/**
 * The archive of a data folder, in two parts: what anybody looked at, and what was recorded. AWS may no longer have the latter, so no other
 * answers displace it.
 */
export class DiskArchive {
  private constructor(
    private readonly seen: Archive,
    private readonly recorded: Archive,
  ) {}

  /** Opens or creates both parts. Rejects when a folder can't be read. */
  static async open({ folder, mebibytes, recordedMebibytes, now }: Options): Promise<DiskArchive> {
    const [seen, recorded] = await Promise.all([
      Archive.open({ folder: join(folder, 'archive'), maxBytes: mebibytes * MEBIBYTE, now }),
      Archive.open({
        ...{ folder: join(folder, 'recorded'), maxBytes: recordedMebibytes * MEBIBYTE, now },
        ...{ maxEntries: MAX_RECORDED, saveIndexAfterMs: SAVE_RECORDED_INDEX_AFTER_MS },
      }),
    ]);
    return new DiskArchive(seen, recorded);
  }

  /** The answer to a request, with its hash; undefined when there is none, or it can't be read, which is logged. */
  get(key: string): ReturnType<Archive['get']> {
    return this.#partWith(key).get(key);
  }

  /** The same for who extends an answer: rejects when it can't be read. */
  getToReplace(key: string): ReturnType<Archive['getToReplace']> {
    return this.#partWith(key).getToReplace(key);
  }

  /** Archives the answer to a request in place of an earlier one. A recorded one stays recorded. Otherwise as `Archive.put`. */
  async put({ isRecorded = false, ...answer }: RecordableAnswer): ReturnType<Archive['put']> {
    if (!isRecorded) return this.#partWith(answer.key).put(answer);
    const hash = await this.recorded.put(answer);
    if (hash !== undefined) await this.seen.remove(answer.key);
    return hash;
  }

  /** Moves the answer to a request, if there is one, to those that are recorded. */
  async record(key: string): Promise<void> {
    if (this.recorded.has(key) || !this.seen.has(key)) return;
    const answer = await this.seen.get(key);
    if (answer) await this.put({ ...answer, isRecorded: true });
  }

  #partWith(key: string): Archive {
    return this.recorded.has(key) ? this.recorded : this.seen;
  }
}
