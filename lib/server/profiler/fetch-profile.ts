import { GetProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { asHttpRequest } from '../aws/http-message';
import { optional } from '../aws/wire';

export type ProfileFormat = 'application/json' | 'application/x-amzn-ion';

const answer = z.object({
  profile: z.instanceof(Uint8Array),
  contentType: optional(z.string()),
  contentEncoding: optional(z.string()),
});

/** GetProfile's payload as received: possibly gzipped, whatever `contentEncoding` says. */
export const fetchProfile = (
  request: ProfileRequest,
  accept: ProfileFormat,
  signal?: AbortSignal,
): Promise<z.output<typeof answer>> =>
  call(
    'GetProfile',
    profilerClient,
    answer,
    (client, options) => client.send(getProfile(request, accept), options),
    signal,
  );

function getProfile({ group, startTime, endTime, period, maxDepth }: ProfileRequest, accept: ProfileFormat) {
  const times = { startTime: asDate(startTime), endTime: asDate(endTime) };
  const command = new GetProfileCommand({ profilingGroupName: group, ...times, period, maxDepth, accept });
  command.middlewareStack.add((next) => (args) => next(keepMilliseconds(args, times)), {
    step: 'build',
    name: 'keepMilliseconds',
  });
  return command;
}

/** This SDK version truncates times to seconds, which would request a different range. */
function keepMilliseconds<Args extends { request: unknown }>(
  args: Args,
  times: Record<string, Date | undefined>,
) {
  const request = asHttpRequest(args.request);
  for (const [name, time] of Object.entries(times)) {
    if (request && time) request.query[name] = time.toISOString();
  }
  return args;
}

const asDate = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant));
