import { z } from 'zod';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { DamagedBlob, type FoundAnswer, unpackBlob } from '../archive/blob';
import { keptDataLost, notKept } from './link-problems';
import type { Manifest } from './manifest';
import { ANSWERS_REQUEST, answerKey, type KeptAnswer } from './recording';

/** The hash of the blob was checked, so a problem is one that we wrote. */
const answersContent = z.array(
  z.tuple([
    z.string(),
    z.custom<KeptAnswer>(
      (each) => typeof each === 'object' && each !== null && ('value' in each || 'problem' in each),
    ),
  ]),
);

/** False for an error that says that a blob is damaged. Throws any other. */
function isDamage(error: unknown): false {
  if (error instanceof DamagedBlob) return false;
  throw error;
}

/** A link that pages are answered from. */
export class OpenLink {
  readonly #hashes: ReadonlyMap<string, string>;
  #answers: Promise<ReadonlyMap<string, KeptAnswer>> | undefined;

  constructor(
    readonly manifest: Manifest,
    private readonly read: (hash: string) => Promise<Uint8Array | undefined>,
  ) {
    this.#hashes = new Map(manifest.blobs);
  }

  get id(): string {
    return this.manifest.id;
  }

  /** When it was shared, epoch milliseconds. */
  get keptAt(): number {
    return this.manifest.keptAt;
  }

  /** Whether it keeps an answer to a request in a blob of its own. */
  has(request: readonly unknown[]): boolean {
    return this.#hashes.has(JSON.stringify(request));
  }

  /** The kept answer to a request; undefined when there is none. Rejects with a ProblemError when it is lost. */
  async blob(request: readonly unknown[]): Promise<FoundAnswer | undefined> {
    const hash = this.#hashes.get(JSON.stringify(request));
    if (hash === undefined) return undefined;
    const bytes = await this.read(hash);
    const unpacked = bytes && (await unpackBlob(bytes, hash).catch(isDamage));
    if (unpacked) return { hash, ...unpacked };
    console.error(`links: ${this.id} has lost ${hash}`);
    throw keptDataLost();
  }

  /** The bytes of a blob as they are stored, checked; undefined when it is lost. */
  async stored(hash: string): Promise<Uint8Array | undefined> {
    const bytes = await this.read(hash);
    const isWhole = bytes && (await unpackBlob(bytes, hash).then(() => true, isDamage));
    return isWhole ? bytes : undefined;
  }

  /** A kept answer that is JSON. Rejects with a ProblemError when there is none, it is lost, or the page had that problem. */
  async answer(kind: string, key: string): Promise<unknown> {
    const answer = await this.#answer(kind, key);
    if (!answer) throw notKept();
    if ('problem' in answer) throw new ProblemError(answer.problem);
    return answer.value;
  }

  /** The problem that the page had in place of an answer, if it had one. Rejects with a ProblemError when the answers are lost. */
  async problem(kind: string, key: string): Promise<Problem | undefined> {
    const answer = await this.#answer(kind, key);
    return answer && 'problem' in answer ? answer.problem : undefined;
  }

  async #answer(kind: string, key: string): Promise<KeptAnswer | undefined> {
    this.#answers ??= this.#readAnswers().catch((error: unknown) => {
      this.#answers = undefined;
      throw error;
    });
    return (await this.#answers).get(answerKey(kind, key));
  }

  async #readAnswers(): Promise<ReadonlyMap<string, KeptAnswer>> {
    const blob = await this.blob(ANSWERS_REQUEST);
    const parsed = answersContent.safeParse(blob && JSON.parse(Buffer.from(blob.content).toString()));
    if (!parsed.success) throw keptDataLost();
    return new Map(parsed.data);
  }
}
