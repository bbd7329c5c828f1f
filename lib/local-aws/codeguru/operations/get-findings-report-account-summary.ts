import { z } from 'zod';
import { DAY } from '@/lib/time/duration';
import { queryInteger } from '../../protocol/inputs';
import { queryBoolean, token } from '../input';
import { operation } from '../operation';
import { pageOf } from '../pages';
import { MAX_REPORTS, reportSummary, reportsOf } from '../recommendations/findings-reports';

/** [?] How many days the summary includes. */
const DAYS = 30;

/**
 * Reports of all groups for the last 30 complete days [?], newest first, those of one day by group name. [?] All reports are
 * daily, whatever dailyReportsOnly is, and a page has at most 31.
 */
export const getFindingsReportAccountSummary = operation({
  name: 'GetFindingsReportAccountSummary',
  method: 'GET',
  path: '/internal/findingsReports',
  errors: ['InternalServerException', 'ValidationException', 'ThrottlingException'],
  output: z.strictObject({ reportSummaries: z.array(reportSummary), nextToken: token.optional() }),
  input: z.object({
    dailyReportsOnly: queryBoolean.optional(),
    maxResults: queryInteger(1, 1000).optional(),
    nextToken: token.optional(),
  }),
  handle: async ({ nextToken, ...request }, { world }) => {
    const { groups, reports } = world.profiles;
    const now = world.clock.now();
    const today = Math.floor(now / DAY) * DAY;
    const days = { from: today - DAYS * DAY, to: today };
    const all = groups.all().flatMap((group) => reportsOf(group, days, now));
    const { items, ...next } = await pageOf(world, all, {
      size: Math.min(request.maxResults ?? MAX_REPORTS, MAX_REPORTS),
      nextToken,
      binding: ['GetFindingsReportAccountSummary', JSON.stringify(request)],
      keyOf: ({ day, group }) => [-day, group.description.name],
    });
    const reportSummaries = [];
    for (const report of items) reportSummaries.push(await reports.summary(report, now));
    return { body: { reportSummaries, ...next } };
  },
});
