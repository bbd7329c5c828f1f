import { z } from 'zod';
import {
  AGGREGATION_STATUSES,
  type SessionStatistics,
  type StatisticsPage,
} from '@/lib/farm/session-statistics';
import { withoutIdentifiers } from '../aws/plain-text';
import { optional, wireToken } from '../aws/wire';
import { InvalidRow, RowReader } from './statistics-row';

const rows = z.custom<unknown[]>(Array.isArray, 'not a list').transform((list, context) => {
  const reader = new RowReader();
  const read: SessionStatistics[] = [];
  for (const [at, row] of list.entries()) {
    try {
      read.push(reader.read(row));
    } catch (error) {
      if (!(error instanceof InvalidRow)) throw error;
      context.addIssue({ code: 'custom', path: [at, ...error.path], message: error.message });
      return z.NEVER;
    }
  }
  return read;
});

/** The JSON of GetSessionsStatisticsAggregation's answer as a domain page. A running aggregation may have no list of rows. */
export const statisticsPage = z
  .object({
    statistics: optional(rows),
    nextToken: wireToken,
    status: z.enum(AGGREGATION_STATUSES),
    statusMessage: optional(z.string()),
  })
  .refine(({ status, statistics }) => status !== 'COMPLETED' || statistics !== undefined, {
    path: ['statistics'],
    message: 'missing in a completed aggregation',
  })
  .transform(
    ({ statistics, nextToken, status, statusMessage }): StatisticsPage => ({
      status,
      statusMessage: statusMessage ? withoutIdentifiers(statusMessage) : undefined,
      rows: statistics ?? [],
      nextToken,
    }),
  );
