import { queryOptions } from '@tanstack/react-query';
import { CallLimit } from '@/lib/answer/call-limit';
import type { GroupSummary, GroupSummaryRequest } from '@/lib/profile/view/group-summary';
import { asked } from './asked';
import { apiPath, fetcherAt, isoInstant } from './fetch-json';

/** Groups at a time, so that the rows of a long list fill one after the other. */
const MAX_REQUESTS = 2;

const requests = new CallLimit(MAX_REQUESTS);

const summaryPath = ({ group, startTime, endTime }: GroupSummaryRequest) =>
  apiPath(`/api/profiling-groups/${encodeURIComponent(group)}/summary`, {
    startTime: isoInstant(startTime),
    endTime: isoInstant(endTime),
  });

const fetchSummary = fetcherAt<GroupSummaryRequest, GroupSummary>(summaryPath);

/** The samples and the hottest function of a group. */
export const summaryOptions = (request: GroupSummaryRequest) =>
  queryOptions({
    queryKey: ['group-summary', request],
    queryFn: ({ signal }) => requests.run(() => fetchSummary(request, signal), signal),
    meta: asked(summaryPath(request)),
  });
