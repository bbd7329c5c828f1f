import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { SerialQueue } from '@/lib/disk/serial-queue';
import { markDamaged, openDatabaseFile, reportsDamage } from './database-file';

/** Values that a statement's `$1`, `$2` … can be bound to. */
export type Parameter = DuckDBValue;

/** The DuckDB file of a data folder. Statements run one after the other on one connection. */
export class Database {
  readonly #queue = new SerialQueue();
  #isMarkedDamaged = false;

  private constructor(
    readonly folder: string,
    readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  /** A damaged file is set aside. Throws a sentence when another process uses the folder. */
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

  /** As `rows`, by column name: cheaper where there are many rows. */
  columns(sql: string): Promise<Record<string, DuckDBValue[]>> {
    return this.exclusively(async (connection) => (await connection.runAndReadAll(sql)).getColumnsObject());
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
        // A failed COMMIT has already rolled back; its own error is the one to throw.
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Runs `work` on the one connection, after everything that was queued before. */
  exclusively<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#watched(work(this.connection)));
  }

  /** Runs long work in parallel to the other statements, on its own connection. An abort interrupts it. */
  async inParallel<T>(signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
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

  /** Damage that only shows while reading is recorded, so that the next start checks the file. */
  async #watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (reportsDamage(error) && !this.#isMarkedDamaged) {
        this.#isMarkedDamaged = true;
        await markDamaged(this.folder).catch(() => undefined);
      }
      throw error;
    }
  }
}
