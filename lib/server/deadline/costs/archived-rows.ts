import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { SessionStatistics, StatisticsRequest } from '@/lib/farm/session-statistics';
import { DAY } from '@/lib/time/duration';
import { archiveLater } from '../../archive/archive-later';
import { jsonContent } from '../../archive/json-content';
import { archiveFor, isArchiving } from '../../archive/open-archive';
import { env } from '../../env';
import { currentRecording } from '../../links/link-scope';
import type { CollectedRows } from './collected-rows';

/** Usage in a range that ended this long ago does not change any more. */
export const SETTLED_AFTER_MS = DAY;
/** Larger results are not archived. */
const MAX_ROWS = 50_000;

/** An archived aggregation. Its rows were checked when AWS gave them; their form follows from the archive's format. */
const content = z.object({
  farmId: z.string(),
  coverage: z.object({ from: z.number(), to: z.number() }),
  /** Whether AWS had more rows, which were not read. Only links have such. */
  isCut: z.boolean().optional(),
  rows: z.array(
    z.custom<SessionStatistics>((row) => typeof row === 'object' && row !== null && 'count' in row),
  ),
});

/** The archive of Deadline Cloud's answers. */
export const costArchive = () => archiveFor(env().AWS_ENDPOINT_URL_DEADLINE);

/** The archived rows of an aggregation, and when it started; undefined if it isn't archived. */
export async function archivedRows(
  key: string,
): Promise<{ rows: SessionStatistics[]; asOf: number; isCut: boolean } | undefined> {
  const source = await costArchive();
  const archived = await source?.get(['statistics', key]);
  if (!archived) return undefined;
  const read = jsonContent(archived, content, 'an aggregation');
  return read && { rows: read.rows, asOf: archived.asOf, isCut: read.isCut ?? false };
}

/** Archives the rows of an aggregation some seconds later, if its range can't change any more. */
export function archiveRows(
  key: string,
  { farmId, startTime, endTime }: StatisticsRequest,
  rows: CollectedRows,
  asOf: number,
): void {
  if (!isArchiving() || endTime >= asOf - SETTLED_AFTER_MS || rows.count > MAX_ROWS) return;
  const opening = costArchive();
  archiveLater().add(async () => {
    const source = await opening;
    const coverage = { from: startTime, to: endTime };
    await source?.put(['statistics', key], { asOf, content: await contentOf({ farmId, coverage }, rows) });
  });
}

/** Keeps the rows of an aggregation for the link that is being made, if there is one. */
export async function recordRows(
  key: string,
  { farmId, startTime, endTime }: StatisticsRequest,
  { rows, asOf = 0, isCut }: { rows: CollectedRows; asOf: number | undefined; isCut: boolean },
): Promise<void> {
  const coverage = { from: startTime, to: endTime };
  await currentRecording()?.put(['statistics', key], async () => ({
    asOf,
    content: await contentOf({ farmId, coverage, isCut }, rows),
  }));
}

/** The JSON of rows, of which other work gets a turn after each part. */
async function contentOf(
  about: Omit<z.input<typeof content>, 'rows'>,
  rows: CollectedRows,
): Promise<Uint8Array> {
  const parts: string[] = [];
  for (const part of rows.inParts()) {
    if (part.length > 0) parts.push(JSON.stringify(part).slice(1, -1));
    await turn();
  }
  return Buffer.from(`${JSON.stringify(about).slice(0, -1)},"rows":[${parts.join()}]}`);
}
