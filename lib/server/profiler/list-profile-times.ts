import { ListProfileTimesCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { HOURLY_RETENTION_MS } from '@/lib/profile/range/profile-periods';
import type { ProfileTimesRequest } from '@/lib/profile/range/strip';
import type { ProfileTimes } from '@/lib/profile/view/profiling-group';
import { DAY, HOUR, SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { allPages, listCoverage } from '../aws/pages';
import { wireDate, wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { recordedHoursIn, recordedTimes } from './recorded-hours';

const MAX_RESULTS = 1000;
/** Of a longer time only the newest recorded hours are listed: more are too narrow to see. */
const MAX_RECORDED_MS = 100 * DAY;

/** With `maxResults` or `nextToken` this requests one page, otherwise all. */
type ProfileTimesPageRequest = ProfileTimesRequest & {
  orderBy?: 'TimestampDescending' | 'TimestampAscending';
  maxResults?: number;
  nextToken?: string;
};

const answer = z
  .object({ profileTimes: z.array(z.object({ start: wireDate })), nextToken: wireToken })
  .transform(({ profileTimes, nextToken }) => ({ items: profileTimes.map(({ start }) => start), nextToken }));

const times = SharedCalls.named<Answer<ProfileTimes>>('profile times', { ttlMs: 10 * SECOND, byGroup: true });

/** The start times of existing aggregated profiles, newest first by default. Rejects with a ProblemError. */
export function listProfileTimes(
  request: ProfileTimesPageRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileTimes>> {
  const { group, startTime, endTime, period, orderBy, maxResults, nextToken } = request;
  const key = JSON.stringify([group, startTime, endTime, period, orderBy, maxResults, nextToken]);
  return times.get(key, (callSignal) => load(request, callSignal), signal);
}

async function load(request: ProfileTimesPageRequest, signal: AbortSignal): Promise<Answer<ProfileTimes>> {
  const asOf = exactNow();
  const { group, period } = request;
  if (request.maxResults !== undefined || request.nextToken !== undefined) {
    const { items, nextToken } = await page(request, request.nextToken, signal);
    return { data: { group, period, starts: items, nextToken }, asOf, partial: false, warnings: [] };
  }
  const listed = await allPages((nextToken) => page(request, nextToken, signal));
  const starts = period === 'PT1H' ? await withRecorded(listed.items, request, asOf) : listed.items;
  return { data: { group, period, starts }, asOf, ...listCoverage(listed, 'profile times') };
}

/** The starts of hours with those of recorded ones that AWS no longer lists, in the requested order. */
async function withRecorded(
  starts: number[],
  { group, startTime, endTime, orderBy }: ProfileTimesPageRequest,
  now: number,
): Promise<number[]> {
  const to = Math.min(endTime, now - HOURLY_RETENTION_MS) + HOUR;
  const recordedIn = to > startTime ? await recordedTimes(group) : undefined;
  if (!recordedIn) return starts;
  const from = Math.max(startTime, recordedIn.from, to - MAX_RECORDED_MS);
  const recorded = (await recordedHoursIn(group, { from, to })).map((hour) => hour.from);
  const all = [...new Set([...starts, ...recorded])].sort((a, b) => a - b);
  return orderBy === 'TimestampAscending' ? all : all.reverse();
}

const page = (request: ProfileTimesPageRequest, nextToken: string | undefined, signal: AbortSignal) =>
  call(
    'ListProfileTimes',
    profilerClient,
    answer,
    (client, options) =>
      client.send(
        new ListProfileTimesCommand({
          profilingGroupName: request.group,
          startTime: new Date(request.startTime),
          endTime: new Date(request.endTime),
          period: request.period,
          orderBy: request.orderBy,
          maxResults: request.maxResults ?? MAX_RESULTS,
          nextToken,
        }),
        options,
      ),
    signal,
  );
