import { z } from 'zod';
import { DAY } from '@/lib/time/duration';
import { queryInteger } from '../../protocol/inputs';
import { queryBoolean, token } from '../input';
import { operation } from '../operation';
import { pageToken, tokenPosition } from '../page-token';
import { MOST_REPORTS, reportSummary, reportsOf } from '../recommendations/findings-reports';

/** [?] How far back the account is summed up. */
const DAYS = 30;

/**
 * Reports of the last 30 ended days [?] of all groups, the newest first, those of a day by the group's name. [?] There
 * are reports of days only, whatever dailyReportsOnly says, and 31 on a page at most.
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
    const binding = ['GetFindingsReportAccountSummary', JSON.stringify(request)];
    const first = nextToken === undefined ? 0 : tokenPosition(world, nextToken, binding);
    const today = Math.floor(now / DAY) * DAY;
    const all = groups
      .names()
      .flatMap((name) => reportsOf(groups.get(name), { from: today - DAYS * DAY, to: today }, now))
      .sort((a, b) => b.day - a.day);
    const next = first + Math.min(request.maxResults ?? MOST_REPORTS, MOST_REPORTS);
    const reportSummaries = [];
    for (const report of all.slice(first, next)) reportSummaries.push(await reports.summary(report, now));
    return {
      body: {
        reportSummaries,
        ...(next < all.length && { nextToken: pageToken(world, next, binding) }),
      },
    };
  },
});
