import { createHash, createHmac, randomBytes } from 'node:crypto';
import { DAY } from '@/lib/time/duration';
import type { Database } from './database';

/** The request that a token is valid for: the same values must be given when it is used. */
export type Binding = readonly (string | number | undefined)[];

/** How long a page token of any service is valid. [?] for CodeGuru Profiler and Synthetics. */
export const TOKEN_MS = DAY;

const TOKEN = /^([0-9a-z-]{1,60})_([0-9a-z]{0,9})_([0-9a-f]{32})$/;

/**
 * Tokens for pages: where the next page starts and when the token expires, signed with a key of the data folder, so that
 * they survive a restart and can't be forged. Characters of `[0-9a-z_-]`: at most 43 in addition to the position.
 */
export class PageTokens {
  private constructor(
    readonly key: Buffer,
    private readonly database: Database,
  ) {}

  static async open(database: Database): Promise<PageTokens> {
    await database.run(
      'CREATE TABLE IF NOT EXISTS page_start (id VARCHAR, after VARCHAR, expires_at DOUBLE)',
    );
    await database.run('CREATE TABLE IF NOT EXISTS page_token_key (hex VARCHAR NOT NULL)');
    await database.run('INSERT INTO page_token_key SELECT $1 WHERE NOT EXISTS (FROM page_token_key)', [
      randomBytes(32).toString('hex'),
    ]);
    const [row] = await database.rows('SELECT hex FROM page_token_key');
    return new PageTokens(Buffer.from(String(row?.hex), 'hex'), database);
  }

  /** `position` is 1–60 characters of `[0-9a-z-]`; without `expiresAt` (epoch milliseconds) the token never expires. */
  issue(binding: Binding, position: string | number, expiresAt?: number): string {
    const head = `${position}_${expiresAt?.toString(36) ?? ''}`;
    return `${head}_${this.#sign(binding, head)}`;
  }

  /** The position in a token that was issued for the same binding and hasn't expired; else undefined. */
  read(token: string, binding: Binding, now: number): string | undefined {
    const [, position, expires, signature] = TOKEN.exec(token) ?? [];
    if (position === undefined || signature !== this.#sign(binding, `${position}_${expires}`))
      return undefined;
    return !expires || now < Number.parseInt(expires, 36) ? position : undefined;
  }

  /** Issues a token for the page after a key of any length: it holds an id, under which the key is stored until it expires. */
  async issueAfter(binding: Binding, after: string, now: number): Promise<string> {
    const id = createHash('sha256').update(after).digest('hex').slice(0, 16);
    const expiresAt = now + TOKEN_MS;
    await this.database.transaction(async (connection) => {
      await connection.run('DELETE FROM page_start WHERE id = $1 OR expires_at <= $2', [id, now]);
      await connection.run('INSERT INTO page_start VALUES ($1, $2, $3)', [id, after, expiresAt]);
    });
    return this.issue(binding, id, expiresAt);
  }

  /** The key in a token that `issueAfter` issued for the same binding and that hasn't expired; else undefined. */
  async readAfter(token: string, binding: Binding, now: number): Promise<string | undefined> {
    const id = this.read(token, binding, now);
    if (id === undefined) return undefined;
    const [row] = await this.database.rows('SELECT after FROM page_start WHERE id = $1', [id]);
    return row && String(row.after);
  }

  #sign(binding: Binding, head: string): string {
    const signed = JSON.stringify([head, ...binding.map((value) => value ?? null)]);
    return createHmac('sha256', this.key).update(signed).digest('hex').slice(0, 32);
  }
}
