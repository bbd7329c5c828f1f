import { z } from 'zod';
import { DAY } from '@/lib/time/duration';
import { queryInteger } from '../../protocol/inputs';
import { queryBoolean, token } from '../input';
import { operation } from '../operation';
import { pageOf } from '../pages';
import { MAX_REPORTS, type Report, reportSummary, reportsOf } from '../recommendations/findings-reports';

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
    const all = groups
      .sorted()
      .flatMap((group) => reportsOf(group, { from: today - DAYS * DAY, to: today }, now))
      .sort((a, b) => b.day - a.day);
    const { items, ...next } = await pageOf(world, all, {
      size: Math.min(request.maxResults ?? MAX_REPORTS, MAX_REPORTS),
      nextToken,
      binding: ['GetFindingsReportAccountSummary', JSON.stringify(request)],
      keyOf: ({ day, group }) => `${day}/${group.description.name}`,
      isAfter,
    });
    const reportSummaries = [];
    for (const report of items) reportSummaries.push(await reports.summary(report, now));
    return { body: { reportSummaries, ...next } };
  },
});

function isAfter({ day, group }: Report, key: string): boolean {
  const [lastDay, lastName = ''] = key.split('/');
  return day < Number(lastDay) || (day === Number(lastDay) && group.description.name > lastName);
}
