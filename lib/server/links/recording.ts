import { type Problem, ProblemError } from '@/lib/answer/problem';
import { type AnswerToArchive, packBlob } from '../archive/blob';
import { ownTask } from '../own-task';
import { linkTooLarge } from './link-problems';
import { MAX_LINK_BYTES } from './manifest';

const MEBIBYTE = 1024 * 1024;

/** The request of the blob with all small answers. */
export const ANSWERS_REQUEST = ['answers'] as const;

export const answerKey = (kind: string, key: string) => JSON.stringify([kind, key]);

/** An answer that is JSON, or the problem that the page shows in place of one. */
export type KeptAnswer = { value: unknown } | { problem: Problem };

/** The blob of a request, and what its link keeps in it. */
type Content = Omit<AnswerToArchive, 'key'>;

type Earliest = { request: readonly unknown[]; from: number; content: () => Promise<Content | undefined> };

/** Keeps the answers that a page's requests get while a link is being made. */
export class Recording {
  bytes = 0;
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #blobs = new Map<string, Promise<string>>();
  /** Of a request whose own answer may not have told it. */
  #failure: { error: unknown } | undefined;
  readonly #earliest = new Map<string, Earliest>();

  constructor(private readonly write: (hash: string, bytes: Uint8Array) => Promise<void>) {}

  /** Keeps an answer that is JSON. */
  addAnswer(kind: string, key: string, value: unknown): void {
    this.#answers.set(answerKey(kind, key), { value });
  }

  /** Keeps the problem in place of an answer, if asking again would not help: the page shows it, too. */
  addProblem(kind: string, key: string, error: unknown): void {
    if (!(error instanceof ProblemError) || error.problem.retryable) return;
    this.#answers.set(answerKey(kind, key), { problem: error.problem });
  }

  /** Keeps the answer to a request in a blob of its own, unless it has one. `content` is called only then. */
  async put(request: readonly unknown[], content: () => Promise<Content | undefined>): Promise<void> {
    const key = JSON.stringify(request);
    if (this.#blobs.has(key)) return;
    const stored = this.#store(key, content).catch((error: unknown) => {
      this.#failure ??= { error };
      throw error;
    });
    this.#blobs.set(key, stored);
    await stored;
  }

  /** As `put`, at the end, with the content that reaches back furthest of all that are given for the request. */
  putEarliest(request: readonly unknown[], from: number, content: () => Promise<Content | undefined>): void {
    const key = JSON.stringify(request);
    const known = this.#earliest.get(key);
    if (!known || from < known.from) this.#earliest.set(key, { request, from, content });
  }

  /** Writes what is left. Resolves with the blobs of all requests. Rejects if one of them could not be written. */
  async finish(asOf: number): Promise<[request: string, hash: string][]> {
    for (const { request, content } of this.#earliest.values()) await this.put(request, content);
    await this.put(ANSWERS_REQUEST, async () => ({ asOf, content: await this.#answersContent() }));
    if (this.#failure) throw this.#failure.error;
    const blobs = await Promise.all(
      [...this.#blobs].map(async ([key, hash]): Promise<[string, string]> => [key, await hash]),
    );
    return blobs.filter(([, hash]) => hash !== '');
  }

  /** The JSON of all small answers, each written in a task of its own. */
  async #answersContent(): Promise<Uint8Array> {
    const parts: string[] = [];
    for (const answer of this.#answers) {
      await ownTask();
      parts.push(JSON.stringify(answer));
    }
    return Buffer.from(`[${parts.join()}]`);
  }

  async #store(key: string, read: () => Promise<Content | undefined>): Promise<string> {
    const content = await read();
    if (!content) return '';
    const { hash, bytes } = await packBlob({ key, ...content });
    this.bytes += bytes.length;
    if (this.bytes > MAX_LINK_BYTES) throw linkTooLarge(MAX_LINK_BYTES / MEBIBYTE);
    await this.write(hash, bytes);
    return hash;
  }
}
