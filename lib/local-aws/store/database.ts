import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { SerialQueue } from '@/lib/disk/serial-queue';
import { markDamaged, openDatabaseFile, tellsOfDamage } from './database-file';

/** Values that a statement's `$1`, `$2` … can be bound to. */
export type Parameter = DuckDBValue;

/** The one DuckDB file of a data folder. Statements run one after the other on one connection. */
export class Database {
  readonly #queue = new SerialQueue();
  #damaged = false;

  private constructor(
    readonly folder: string,
    readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  /** A damaged file is set aside. Throws a sentence when another process has the folder. */
  static async open(folder: string): Promise<Database> {
    const instance = await openDatabaseFile(folder);
    return new Database(folder, instance, await instance.connect());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Rows as objects by column name. Integers of 64 bits arrive as bigint: cast them in SQL. */
  rows(sql: string, parameters: Parameter[] = []): Promise<Record<string, DuckDBValue>[]> {
    return this.exclusively(async (connection) =>
      (await connection.runAndReadAll(sql, parameters)).getRowObjects(),
    );
  }

  async run(sql: string, parameters: Parameter[] = []): Promise<void> {
    await this.exclusively((connection) => connection.run(sql, parameters));
  }

  /** Runs `work` in one transaction: all of it is on disk when this resolves, or none. */
  transaction<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.exclusively(async (connection) => {
      await connection.run('BEGIN');
      try {
        const result = await work(connection);
        await connection.run('COMMIT');
        return result;
      } catch (error) {
        // A failed COMMIT has rolled back by itself: its own error is the one to tell.
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** One connection, one statement at a time: whoever comes waits for those before. */
  exclusively<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#watched(work(this.connection)));
  }

  /** Beside the other statements, on a connection of its own, for what may take long. An abort interrupts it. */
  async beside<T>(signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.instance.connect();
    const interrupt = () => connection.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      signal.throwIfAborted();
      return await this.#watched(work(connection));
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }

  /** A damage that shows only now is remembered, for the next start to set the file aside. */
  async #watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (tellsOfDamage(error) && !this.#damaged) {
        this.#damaged = true;
        await markDamaged(this.folder).catch(() => undefined);
      }
      throw error;
    }
  }
}
