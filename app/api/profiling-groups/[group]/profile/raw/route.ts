import { z } from 'zod';
import { groupName, oneOf } from '@/lib/server/http/fields';
import { profileQuery } from '@/lib/server/http/profile-query';
import { fileResponse, route } from '@/lib/server/http/respond';
import { getRawProfile } from '@/lib/server/profiler/get-raw-profile';

export const GET = route({
  params: z.object({ group: groupName }),
  query: profileQuery.extend({
    accept: oneOf(['application/json', 'application/x-amzn-ion']).default('application/json'),
  }),
  answer: async ({ params, query: { accept, ...query } }, signal) => {
    const { bytes, contentType, extension } = await getRawProfile(
      { ask: { ...params, ...query }, accept },
      signal,
    );
    return fileResponse(bytes, contentType, `${params.group}.${extension}`);
  },
});
