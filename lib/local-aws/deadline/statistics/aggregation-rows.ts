import { LRUCache } from 'lru-cache';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import type { Database } from '../../store/database';
import { statisticsRows } from './aggregation-query';
import { rowWriter } from './statistics-row';

/** A statement costs as much as thousands of its rows. */
const BLOCK_ROWS = 4096;
const MAX_BLOCKS = 16;

type Block = { rowCount: number; write: (row: number) => string };

/** The result rows of completed aggregations, which never change. */
export class AggregationRows {
  readonly #blocks = new LRUCache<string, Promise<Block>>({ max: MAX_BLOCKS });

  constructor(private readonly database: Database) {}

  /** Rows of an aggregation as JSON: up to `count` of them after the first `position`. */
  async read(
    aggregationId: string,
    request: StatisticsRequest,
    position: number,
    count: number,
  ): Promise<string[]> {
    const rows: string[] = [];
    for (let n = Math.floor(position / BLOCK_ROWS); rows.length < count; n++) {
      const { rowCount, write } = await this.#block(aggregationId, request, n);
      const first = Math.max(0, position - n * BLOCK_ROWS);
      const end = Math.min(rowCount, first + count - rows.length);
      for (let row = first; row < end; row++) rows.push(write(row));
      if (rowCount < BLOCK_ROWS) break;
      // Pages are requested in sequence, so the next block is read while this one's pages are sent.
      void this.#block(aggregationId, request, n + 1);
    }
    return rows;
  }

  /** Waits for what is being read. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#blocks.values()]);
  }

  #block(aggregationId: string, { groupBy, statistics }: StatisticsRequest, n: number): Promise<Block> {
    const key = `${aggregationId} ${n}`;
    const cached = this.#blocks.get(key);
    if (cached) return cached;
    const block = this.database
      .columns(statisticsRows(rowsOf(aggregationId), groupBy, n * BLOCK_ROWS, BLOCK_ROWS))
      .then((columns) => ({ rowCount: columns.records?.length ?? 0, write: rowWriter(columns, statistics) }));
    this.#blocks.set(key, block);
    block.catch(() => this.#blocks.delete(key));
    return block;
  }
}

/** Name of the table of an aggregation's rows. The id is 32 hex digits, so the name needs no quotes. */
export function rowsOf(aggregationId: string): string {
  return `statistics_${aggregationId}`;
}
