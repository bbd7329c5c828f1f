import type { DuckDBValue } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';
import {
  AGGREGATION_STATUSES,
  type AggregationStatus,
  type StatisticsRequest,
} from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import { AggregationRows, rowsOf } from './aggregation-rows';

/** Results are kept for an hour from Start, not from their completion. */
const RETENTION_MS = HOUR;

export type Outcome = { status: AggregationStatus; message: string | null };

const NOT_WRITTEN: Outcome = {
  status: 'FAILED',
  message: 'The result of the aggregation could not be stored. Start it again.',
};

export type Aggregation = { request: StatisticsRequest; status: AggregationStatus; message?: string };

type Stored = { farmId: string; startedAt: number; aggregation: Aggregation };

/** The stored aggregations, and a table of result rows for each completed one. */
export class AggregationTable {
  readonly #rows: AggregationRows;
  /** Completed aggregations of which pages are read. They never change, but they expire. */
  readonly #completed = new LRUCache<string, Stored>({ max: 100 });
  /** Aggregations in progress, in memory because polling the database would slow down the aggregation itself. */
  readonly #running = new Map<string, { request: StatisticsRequest; startedAt: number }>();
  /** Outcomes that couldn't be written yet. */
  readonly #unwritten = new Map<string, Outcome>();

  private constructor(readonly database: Database) {
    this.#rows = new AggregationRows(database);
  }

  /** Marks aggregations FAILED that were running when the last process ended. */
  static async open(database: Database): Promise<AggregationTable> {
    await database.run(`CREATE TABLE IF NOT EXISTS aggregation (
      aggregation_id VARCHAR NOT NULL,
      farm_id VARCHAR NOT NULL,
      started_at BIGINT NOT NULL,
      ask VARCHAR NOT NULL,
      status VARCHAR NOT NULL,
      message VARCHAR
    )`);
    const table = new AggregationTable(database);
    const interrupted = await database.rows(
      `SELECT aggregation_id FROM aggregation WHERE status = 'IN_PROGRESS'`,
    );
    for (const { aggregation_id } of interrupted) {
      const message = 'The service restarted before the aggregation was done. Start it again.';
      await table.#write(String(aggregation_id), { status: 'FAILED', message });
    }
    return table;
  }

  async add(aggregationId: string, request: StatisticsRequest, startedAt: number): Promise<void> {
    await this.#writeUnwritten();
    await this.#dropExpired(startedAt - RETENTION_MS);
    await this.database.run(`INSERT INTO aggregation VALUES ($1, $2, $3, $4, 'IN_PROGRESS', NULL)`, [
      aggregationId,
      request.farmId,
      startedAt,
      JSON.stringify(request),
    ]);
    this.#running.set(aggregationId, { request, startedAt });
  }

  /** Ends an aggregation. When its outcome can't be written it is FAILED, in memory until that can be. */
  async finish(aggregationId: string, outcome: Outcome): Promise<void> {
    try {
      await this.#write(aggregationId, outcome);
    } catch (error) {
      console.error('local-aws: the outcome of an aggregation was not written:', error);
      this.#unwritten.set(aggregationId, NOT_WRITTEN);
      await this.#writeUnwritten();
    } finally {
      this.#running.delete(aggregationId);
    }
  }

  async #writeUnwritten(): Promise<void> {
    for (const [aggregationId, outcome] of this.#unwritten) {
      try {
        await this.#write(aggregationId, outcome);
        this.#unwritten.delete(aggregationId);
      } catch {
        return;
      }
    }
  }

  async #write(aggregationId: string, { status, message }: Outcome): Promise<void> {
    await this.database.transaction(async (connection) => {
      if (status !== 'COMPLETED') await connection.run(`DROP TABLE IF EXISTS ${rowsOf(aggregationId)}`);
      await connection.run('UPDATE aggregation SET status = $1, message = $2 WHERE aggregation_id = $3', [
        status,
        message,
        aggregationId,
      ]);
    });
  }

  /** A farm's aggregation; undefined when there is none or its retention is over. */
  async find(farmId: string, aggregationId: string, now: number): Promise<Aggregation | undefined> {
    const running = this.#running.get(aggregationId);
    if (running?.request.farmId === farmId && running.startedAt > now - RETENTION_MS)
      return { request: running.request, status: 'IN_PROGRESS' };
    const known = this.#completed.get(aggregationId) ?? (await this.#stored(aggregationId));
    return known?.farmId === farmId && known.startedAt > now - RETENTION_MS ? known.aggregation : undefined;
  }

  async #stored(aggregationId: string): Promise<Stored | undefined> {
    const [row] = await this.database.rows(
      `SELECT farm_id, ask, status, message, started_at::DOUBLE AS started_at FROM aggregation
       WHERE aggregation_id = $1`,
      [aggregationId],
    );
    if (!row) return undefined;
    const { status, message } = this.#unwritten.get(aggregationId) ?? row;
    const aggregation = {
      request: requestOf(row.ask),
      status: statusOf(status),
      ...(typeof message === 'string' ? { message } : {}),
    };
    const stored = { farmId: String(row.farm_id), startedAt: Number(row.started_at), aggregation };
    if (aggregation.status === 'COMPLETED') this.#completed.set(aggregationId, stored);
    return stored;
  }

  /** Rows of a completed aggregation as JSON: up to `count` of them after the first `position`. */
  rows(
    aggregationId: string,
    request: StatisticsRequest,
    position: number,
    count: number,
  ): Promise<string[]> {
    return this.#rows.read(aggregationId, request, position, count);
  }

  /** Waits for what is being read. */
  close(): Promise<void> {
    return this.#rows.close();
  }

  async #dropExpired(before: number): Promise<void> {
    await this.database.transaction(async (connection) => {
      const expired = await connection.runAndReadAll(
        `DELETE FROM aggregation WHERE started_at <= $1 AND status <> 'IN_PROGRESS' RETURNING aggregation_id`,
        [before],
      );
      for (const { aggregation_id } of expired.getRowObjects()) {
        this.#completed.delete(String(aggregation_id));
        await connection.run(`DROP TABLE IF EXISTS ${rowsOf(String(aggregation_id))}`);
      }
    });
  }
}

/** The request as `add` stored it. */
function requestOf(text: DuckDBValue | undefined): StatisticsRequest {
  return JSON.parse(String(text)) as StatisticsRequest;
}

function statusOf(text: DuckDBValue | undefined): AggregationStatus {
  const status = AGGREGATION_STATUSES.find((known) => known === text);
  if (!status) throw new Error(`an aggregation has the status ${String(text)}`);
  return status;
}
