import { z } from 'zod';
import { isoTimestamp, queryInteger } from '../../protocol/inputs';
import { usualErrors, validation } from '../errors';
import { profilingGroupName, queryBoolean, token } from '../input';
import { operation } from '../operation';
import { pageToken, tokenPosition } from '../page-token';
import { MOST_REPORTS, reportSummary, reportsOf } from '../recommendations/findings-reports';

/**
 * Reports of the days that start within a range, the newest first. [?] There are reports of days only, whatever
 * dailyReportsOnly says, and 31 on a page at most.
 */
export const listFindingsReports = operation({
  name: 'ListFindingsReports',
  method: 'GET',
  path: '/internal/profilingGroups/{profilingGroupName}/findingsReports',
  errors: usualErrors,
  output: z.strictObject({ findingsReportSummaries: z.array(reportSummary), nextToken: token.optional() }),
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp,
    endTime: isoTimestamp,
    dailyReportsOnly: queryBoolean.optional(),
    maxResults: queryInteger(1, 1000).optional(),
    nextToken: token.optional(),
  }),
  handle: async ({ nextToken, ...request }, { world }) => {
    const { profilingGroupName, startTime, endTime, maxResults } = request;
    if (endTime <= startTime) throw validation('endTime: must be after startTime.');
    const now = world.clock.now();
    const binding = ['ListFindingsReports', JSON.stringify(request)];
    const to = nextToken === undefined ? endTime : tokenPosition(world, nextToken, binding) + 1;
    const group = world.profiles.groups.get(profilingGroupName);
    const reports = reportsOf(group, { from: startTime, to }, now);
    const size = Math.min(maxResults ?? MOST_REPORTS, MOST_REPORTS);
    const findingsReportSummaries = [];
    for (const report of reports.slice(0, size)) {
      findingsReportSummaries.push(await world.profiles.reports.summary(report, now));
    }
    const next = reports[size];
    return {
      body: { findingsReportSummaries, ...(next && { nextToken: pageToken(world, next.day, binding) }) },
    };
  },
});
