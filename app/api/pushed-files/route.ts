import { z } from 'zod';
import { fileName, groupName } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { pushFile } from '@/lib/server/push/push-file';

/** The body is the file itself. */
export const POST = route({
  query: z.object({ group: groupName, file: fileName }),
  answer: ({ query }, _signal, request) => pushFile(query, request),
});
