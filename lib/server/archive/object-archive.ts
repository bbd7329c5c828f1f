import { createHash } from 'node:crypto';
import { CallLimit } from '@/lib/answer/call-limit';
import { SECOND } from '@/lib/time/duration';
import type { ObjectStore } from '../objects/object-store';
import { untilAborted } from '../shared-calls';
import { type AnswerToArchive, type FoundAnswer, MAX_BLOB_BYTES, packBlob, unpackBlob } from './blob';

/** A file begins with the hash of its answer, in hexadecimal, and a new line. */
const HASH_LINE = /^([0-9a-f]{64})\n$/;
const HASH_LINE_BYTES = 65;

const MAX_READS_AT_ONCE = 16;
/** Maximum wait for a file, after which AWS is asked instead. */
const MAX_WAIT_MS = 5 * SECOND;
/** Files that can't be read are not tried again for this long, so that only the first viewers wait for them. */
const PAUSE_MS = 30 * SECOND;

/**
 * Answers that can no longer change, in files that several servers share, each under the hash of its request. The last written
 * answer to a request counts. Nothing is deleted: a lifecycle rule of the bucket decides how long they stay.
 */
export class ObjectArchive {
  readonly #reads = new CallLimit(MAX_READS_AT_ONCE);
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly objects: ObjectStore,
    /** Milliseconds of a clock that never goes back. */
    private readonly now = () => performance.now(),
  ) {}

  /** The answer to a request, with its hash; undefined when there is none, or it can't be read, which is logged. */
  async get(key: string): Promise<FoundAnswer | undefined> {
    try {
      return await this.getToReplace(key);
    } catch {
      return undefined;
    }
  }

  /** The same for who extends an answer: rejects when it can't be read, because what it has would be lost. */
  async getToReplace(key: string): Promise<FoundAnswer | undefined> {
    const bytes = await this.#read(pathOf(key));
    if (!bytes) return undefined;
    try {
      const [, hash] = HASH_LINE.exec(Buffer.from(bytes.subarray(0, HASH_LINE_BYTES)).toString()) ?? [];
      if (hash === undefined) throw new Error('it does not begin with a hash');
      const answer = await unpackBlob(bytes.subarray(HASH_LINE_BYTES), hash);
      if (answer.key !== key) throw new Error('it answers another request');
      return { hash, ...answer };
    } catch (error) {
      console.error(`archive: ${pathOf(key)} is not used:`, (error as Error).message);
      return undefined;
    }
  }

  /**
   * Archives the answer to a request in place of an earlier one. Resolves with its hash once it is stored; with undefined
   * for an answer that is too large. Rejects when it can't be written.
   */
  async put(answer: AnswerToArchive): Promise<string | undefined> {
    if (answer.content.length > MAX_BLOB_BYTES) return undefined;
    const { hash, bytes } = await packBlob(answer);
    await this.objects.write(pathOf(answer.key), Buffer.concat([Buffer.from(`${hash}\n`), bytes]));
    return hash;
  }

  /** Does nothing: no answer displaces another one here. */
  async record(): Promise<void> {}

  async #read(path: string): Promise<Uint8Array | undefined> {
    if (this.now() < this.#pausedUntil)
      throw new Error('the archive is left alone, because it could not be read');
    try {
      return await this.#reads.run(() =>
        untilAborted(this.objects.read(path), AbortSignal.timeout(MAX_WAIT_MS)),
      );
    } catch (error) {
      this.#pausedUntil = this.now() + PAUSE_MS;
      console.error(
        `archive: nothing is read for ${PAUSE_MS / SECOND} s, because ${path} could not be read:`,
        (error as Error).message,
      );
      throw error;
    }
  }
}

const pathOf = (key: string) => `answers/${createHash('sha256').update(key).digest('hex')}`;
