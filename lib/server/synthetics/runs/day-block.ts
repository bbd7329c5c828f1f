import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { type RunChunk, readRuns, writeRuns } from '@/lib/canary/stream/run-chunk';

/** Version of the format of blocks: older ones are read from AWS again. */
const BLOCK_FORMAT = 2;
/** Runs for which one line is written or read before other work gets a turn, some milliseconds. */
const RUNS_PER_LINE = 1000;

/** All runs of a canary that started in a part of a UTC day. */
export type DayBlock = {
  /** Infinite if there are no older runs. */
  from: number;
  /** The instant from which both passed and failed runs are known; undefined in blocks of earlier releases. */
  completeFrom?: number | undefined;
  to: number;
  runs: CanaryRun[];
};

const head = z.object({
  format: z.literal(BLOCK_FORMAT),
  from: z.number().nullable(),
  completeFrom: z.number().optional(),
  to: z.number(),
  count: z.number(),
});

/** Writes a block as a line with its ends, and lines with its runs in columns. */
export async function writeBlock({ from, completeFrom, to, runs }: DayBlock): Promise<Buffer> {
  const ends: z.input<typeof head> = {
    ...{ format: BLOCK_FORMAT, from: Number.isFinite(from) ? from : null, to },
    ...(completeFrom !== undefined && Number.isFinite(completeFrom) && { completeFrom }),
    count: runs.length,
  };
  const lines = [JSON.stringify(ends)];
  for (let at = 0; at < runs.length; at += RUNS_PER_LINE) {
    lines.push(JSON.stringify(writeRuns(runs.slice(at, at + RUNS_PER_LINE))));
    await turn();
  }
  return Buffer.from(lines.join('\n'));
}

/** Reads what `writeBlock` wrote; undefined for anything else. */
export async function readBlock(content: Uint8Array): Promise<DayBlock | undefined> {
  const [first = '', ...lines] = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    .toString()
    .split('\n');
  const runs: CanaryRun[] = [];
  try {
    const { from, completeFrom, to, count } = head.parse(JSON.parse(first));
    for (const line of lines) {
      for (const run of readRuns(JSON.parse(line) as RunChunk)) runs.push(run);
      await turn();
    }
    return runs.length === count
      ? { from: from ?? Number.NEGATIVE_INFINITY, completeFrom, to, runs }
      : undefined;
  } catch {
    return undefined;
  }
}
