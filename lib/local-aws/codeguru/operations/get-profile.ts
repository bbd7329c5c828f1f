import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { cutAtDepth } from '@/lib/profile/tree/cut-at-depth';
import { isoTimestamp, queryInteger } from '../../protocol/inputs';
import { usualErrors, validation } from '../errors';
import { profilingGroupName } from '../input';
import { acceptedMediaType, acceptsGzip } from '../media-type';
import { operation } from '../operation';
import { requestedRange } from '../store/requested-range';

const compress = promisify(gzip);

/** The profile of a time range, or the latest one of a period, as JSON or Ion. */
export const getProfile = operation({
  name: 'GetProfile',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}/profile',
  errors: usualErrors,
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp.optional(),
    endTime: isoTimestamp.optional(),
    period: z.string().min(1).max(64).optional(),
    maxDepth: queryInteger(1, 10_000).optional(),
  }),
  handle: async ({ profilingGroupName, startTime, endTime, period, maxDepth }, { world, headers }) => {
    const contentType = acceptedMediaType(headers.accept);
    if (!contentType) throw validation('accept: must be application/json or application/x-amzn-ion.');
    const range = requestedRange(startTime, endTime, period);
    const isGzipped = acceptsGzip(headers['accept-encoding']);
    const { key, profile } = await world.profiles.aggregated(profilingGroupName, range);

    const replyKey = [key, contentType, maxDepth, isGzipped].join('/');
    const body = await world.profiles.replies.fetch(replyKey, {
      context: async () => {
        const tree = maxDepth === undefined ? profile.tree : cutAtDepth(profile.tree, maxDepth);
        const encode = contentType === 'application/json' ? encodeJson : encodeIon;
        const bytes = encode({ ...profile, tree });
        return isGzipped ? compress(bytes, { level: 1 }) : bytes;
      },
    });
    return {
      headers: { 'content-type': contentType, ...(isGzipped && { 'content-encoding': 'gzip' }) },
      body,
    };
  },
});
