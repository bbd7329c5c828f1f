import { z } from 'zod';
import type { SessionStatistics, StatisticsRequest } from '@/lib/farm/session-statistics';
import { DAY } from '@/lib/time/duration';
import { archiveLater } from '../../archive/archive-later';
import { jsonContent } from '../../archive/json-content';
import { archiveFor, isArchiving } from '../../archive/open-archive';
import { env } from '../../env';
import type { CollectedRows } from './collected-rows';

/** Usage in a range that ended this long ago does not change any more. */
const SETTLED_AFTER_MS = DAY;
/** Larger results are not archived. */
const MAX_ROWS = 50_000;

/** An archived aggregation. Its rows were checked when AWS gave them; their form follows from the archive's format. */
const content = z.object({
  farmId: z.string(),
  coverage: z.object({ from: z.number(), to: z.number() }),
  rows: z.array(
    z.custom<SessionStatistics>((row) => typeof row === 'object' && row !== null && 'count' in row),
  ),
});

/** The archive of Deadline Cloud's answers. */
export const costArchive = () => archiveFor(env().AWS_ENDPOINT_URL_DEADLINE);

/** The archived rows of an aggregation, and when it started; undefined if it isn't archived. */
export async function archivedRows(
  key: string,
): Promise<{ rows: SessionStatistics[]; asOf: number } | undefined> {
  const source = await costArchive();
  const archived = await source?.get(['statistics', key]);
  if (!archived) return undefined;
  const read = jsonContent(archived, content, 'an aggregation');
  return read && { rows: read.rows, asOf: archived.asOf };
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
    const bytes = Buffer.from(JSON.stringify({ farmId, coverage, rows: rows.toRows() }));
    await source?.put(['statistics', key], { asOf, content: bytes });
  });
}
