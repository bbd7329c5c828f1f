import type { AwsKey, SessionStatistics } from '@/lib/farm/session-statistics';
import { ChunkReader, ChunkWriter, type RowChunk } from '@/lib/farm/stream/row-chunk';

/** Maximum number of rows that are read of an aggregation, and that an answer may have. */
export const MAX_ROWS = 200_000;

/** The rows of an aggregation as far as they have been read, in the columns that viewers get. */
export class CollectedRows {
  readonly chunks: RowChunk[] = [];
  count = 0;
  readonly #writer: ChunkWriter;

  constructor(keys: readonly AwsKey[]) {
    this.#writer = new ChunkWriter(keys);
  }

  add(rows: readonly SessionStatistics[]): void {
    if (rows.length === 0) return;
    this.chunks.push(this.#writer.write(rows));
    this.count += rows.length;
  }

  /** All rows, in parts. */
  *inParts(): Iterable<SessionStatistics[]> {
    const reader = new ChunkReader(this.#writer.keys);
    for (const chunk of this.chunks) yield reader.read(chunk);
  }
}
