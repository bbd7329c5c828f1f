import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from './database';

/** What a token is good for: the same values must be given when it comes back. */
export type Binding = readonly (string | number | undefined)[];

const TOKEN = /^([0-9a-z]{1,9})-([0-9a-z]{1,9})-([0-9a-f]{32})$/;

/**
 * Tokens for pages: where the next page starts and when the token expires, signed with a key of the data
 * folder, so that they outlive a restart and nobody can make one. At most 52 characters of `[0-9a-z-]`.
 */
export class PageTokens {
  private constructor(readonly key: Buffer) {}

  static async open(database: Database): Promise<PageTokens> {
    await database.run('CREATE TABLE IF NOT EXISTS page_token_key (hex VARCHAR NOT NULL)');
    await database.run('INSERT INTO page_token_key SELECT $1 WHERE NOT EXISTS (FROM page_token_key)', [
      randomBytes(32).toString('hex'),
    ]);
    const [row] = await database.rows('SELECT hex FROM page_token_key');
    return new PageTokens(Buffer.from(String(row?.hex), 'hex'));
  }

  /** `position` counts what came before; `expiresAt` is epoch milliseconds. */
  issue(binding: Binding, position: number, expiresAt: number): string {
    return `${position.toString(36)}-${expiresAt.toString(36)}-${this.#sign(binding, position, expiresAt)}`;
  }

  /** The position of a token that was issued for the same binding and hasn't expired; else undefined. */
  read(token: string, binding: Binding, now: number): number | undefined {
    const match = TOKEN.exec(token);
    if (!match) return undefined;
    const position = Number.parseInt(match[1] ?? '', 36);
    const expiresAt = Number.parseInt(match[2] ?? '', 36);
    const genuine = token === this.issue(binding, position, expiresAt);
    return genuine && now < expiresAt ? position : undefined;
  }

  #sign(binding: Binding, position: number, expiresAt: number): string {
    const signed = JSON.stringify([position, expiresAt, ...binding.map((value) => value ?? null)]);
    return createHmac('sha256', this.key).update(signed).digest('hex').slice(0, 32);
  }
}
