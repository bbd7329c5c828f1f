import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** Values that a statement's `$1`, `$2` … can be bound to. */
export type Parameter = DuckDBValue;

/** The one DuckDB file of a data folder. Statements run one after the other on one connection. */
export class Database {
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  static async open(folder: string): Promise<Database> {
    const instance = await DuckDBInstance.create(join(folder, 'local-aws.duckdb'), {
      threads: '2',
      memory_limit: '1GB',
    }).catch((error: Error) => {
      if (/lock/i.test(error.message)) {
        throw new Error(
          `Another process uses the data folder ${folder}. Stop it, or name another with --data.`,
        );
      }
      throw error;
    });
    return new Database(instance, await instance.connect());
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
    const result = this.#turn.then(() => work(this.connection));
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
