import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CreatedToken, TokenSummary } from '@/lib/answer/api-token';
import { CallLimit } from '@/lib/answer/call-limit';
import { DAY } from '@/lib/time/duration';
import { ListedNames } from '../objects/listed-names';
import type { ObjectStore } from '../objects/object-store';
import { tooManyTokens } from './token-problems';

export const MAX_TOKENS = 200;
const MAX_READS = 4;
const MAX_WAITING = 1000;
const FOLDER = 'tokens';

export const TOKEN_ID = /^[\w-]{16}$/;
const TOKEN = /^triptych_([\w-]{16})_([\w-]{43})$/;

const stored = z.object({
  name: z.string(),
  /** SHA-256 of the whole token, which has 256 random bits, so that nothing slower is needed. */
  hash: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** The person who created it, by the id of a user. */
  by: z.string().optional(),
});

type Stored = z.output<typeof stored>;

type Options = {
  objects: ObjectStore;
  /** Epoch milliseconds. */
  now(): number;
};

/** Whether a text has the form of a token. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/**
 * The tokens of programs, each in a file of its own without the token itself. Files never change. An id that is not in the list of
 * files, which is read once in ten seconds, is refused, so that forged tokens cause no reads. A token that another server revokes is
 * refused after this time.
 */
export class Tokens {
  readonly #objects: ObjectStore;
  readonly #now: () => number;
  readonly #contents = new LRUCache<string, Stored>({ max: MAX_TOKENS * 2 });
  readonly #reads = new CallLimit(MAX_READS, MAX_WAITING);
  readonly #ids: ListedNames;

  constructor({ objects, now }: Options) {
    this.#objects = objects;
    this.#now = now;
    this.#ids = new ListedNames({ objects, folder: FOLDER, form: TOKEN_ID, max: MAX_TOKENS * 2, now });
  }

  /** All tokens that are still valid, the newest first. */
  async list(): Promise<TokenSummary[]> {
    const all = await this.#all(await this.#ids.fresh());
    return all
      .filter(({ expiresAt }) => expiresAt > this.#now())
      .map(summary)
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  /** Creates a token, which is not stored and can't be shown again. Rejects with a ProblemError when there are too many. */
  async create(of: { name: string; days: number; by?: string | undefined }): Promise<CreatedToken> {
    const all = await this.#all(await this.#ids.fresh());
    const expired = all.filter(({ expiresAt }) => expiresAt <= this.#now());
    for (const { id } of expired) await this.revoke(id);
    if (all.length - expired.length >= MAX_TOKENS) throw tooManyTokens(MAX_TOKENS);
    const id = randomBytes(12).toString('base64url');
    const token = `triptych_${id}_${randomBytes(32).toString('base64url')}`;
    const createdAt = this.#now();
    const expiresAt = createdAt + of.days * DAY;
    const content = {
      name: of.name,
      hash: hashOf(token).toString('base64url'),
      createdAt,
      expiresAt,
      by: of.by,
    };
    await this.#objects.write(`${FOLDER}/${id}`, Buffer.from(JSON.stringify(content)));
    this.#ids.forget();
    return { ...summary({ id, ...content }), token };
  }

  /** Refuses a token from now on. Resolves also when there is no such token. */
  async revoke(id: string): Promise<void> {
    await this.#objects.remove(`${FOLDER}/${id}`);
    this.#ids.forget();
  }

  /** The token that a program sent; undefined if it is unknown, revoked or expired. */
  async find(sent: string): Promise<TokenSummary | undefined> {
    const [, id] = TOKEN.exec(sent) ?? [];
    if (id === undefined || !(await this.#ids.recent()).includes(id)) return undefined;
    const content = await this.#read(id);
    if (!content || content.expiresAt <= this.#now()) return undefined;
    const isSame = timingSafeEqual(hashOf(sent), Buffer.from(content.hash, 'base64url'));
    return isSame ? summary({ id, ...content }) : undefined;
  }

  async #all(ids: readonly string[]): Promise<(Stored & { id: string })[]> {
    const read = await Promise.all(ids.map(async (id) => ({ id, content: await this.#read(id) })));
    return read.flatMap(({ id, content }) => (content ? [{ id, ...content }] : []));
  }

  async #read(id: string): Promise<Stored | undefined> {
    const known = this.#contents.get(id);
    if (known) return known;
    const bytes = await this.#reads.run(() => this.#objects.read(`${FOLDER}/${id}`));
    const content = bytes && parsed(bytes);
    if (content) this.#contents.set(id, content);
    return content;
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

const summary = ({ id, name, createdAt, expiresAt }: TokenSummary): TokenSummary => ({
  ...{ id, name, createdAt, expiresAt },
});

/** What a file has; undefined if it is damaged. */
function parsed(bytes: Uint8Array): Stored | undefined {
  try {
    const content = stored.parse(JSON.parse(Buffer.from(bytes).toString()));
    return Buffer.from(content.hash, 'base64url').length === 32 ? content : undefined;
  } catch {
    return undefined;
  }
}
