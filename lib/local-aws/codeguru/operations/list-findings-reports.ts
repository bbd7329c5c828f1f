import { z } from 'zod';
import { isoTimestamp, queryInteger } from '../../protocol/inputs';
import { usualErrors, validation } from '../errors';
import { profilingGroupName, queryBoolean, token } from '../input';
import { operation } from '../operation';
import { instantIn, tokenAfter } from '../pages';
import { MAX_REPORTS, reportSummary, reportsOf } from '../recommendations/findings-reports';

/**
 * Reports of the days that start within a range, newest first. [?] All reports are daily, whatever dailyReportsOnly is, and a
 * page has at most 31.
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
    const binding = ['ListFindingsReports after', JSON.stringify(request)];
    const to = nextToken === undefined ? endTime : instantIn(world, nextToken, binding);
    const group = world.profiles.groups.get(profilingGroupName);
    const reports = reportsOf(group, { from: startTime, to }, now);
    const size = Math.min(maxResults ?? MAX_REPORTS, MAX_REPORTS);
    const page = reports.slice(0, size);
    const findingsReportSummaries = [];
    for (const report of page) {
      findingsReportSummaries.push(await world.profiles.reports.summary(report, now));
    }
    const last = reports.length > size ? page.at(-1) : undefined;
    return {
      body: { findingsReportSummaries, ...(last && { nextToken: tokenAfter(world, last.day, binding) }) },
    };
  },
});
