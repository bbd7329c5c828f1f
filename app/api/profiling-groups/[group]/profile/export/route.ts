import { z } from 'zod';
import { EXPORT_FORMAT_NAMES } from '@/lib/profile/export/formats';
import { groupName, oneOf } from '@/lib/server/http/fields';
import { frameChoice, profileQuery } from '@/lib/server/http/profile-query';
import { fileResponse, route } from '@/lib/server/http/respond';
import { getProfileExport } from '@/lib/server/profiler/get-profile-export';

export const GET = route({
  need: 'view',
  about: 'Sends a profile in the format of another tool.',
  answers: 'file',
  params: z.object({ group: groupName }),
  query: profileQuery.extend({
    format: oneOf(EXPORT_FORMAT_NAMES),
    data: frameChoice.data,
  }),
  answer: async ({ params, query }, signal) =>
    fileResponse(await getProfileExport({ ...params, ...query }, signal)),
});
