import { z } from 'zod';
import { fileName, groupName } from '@/lib/server/http/fields';
import { methodsAt } from '@/lib/server/http/methods';
import { refuseMethod } from '@/lib/server/http/refuse-method';
import { route } from '@/lib/server/http/respond';
import { pushFile } from '@/lib/server/push/push-file';

/** The body is the file itself. */
export const POST = route({
  need: 'addFiles',
  about: 'Adds the profile in a file, which is the body, to local-aws.',
  answers: 'other',
  query: z.object({ group: groupName, file: fileName }),
  answer: ({ query }, _signal, request) => pushFile(query, request),
});

// No request for this path passes the proxy, which refuses unsupported methods elsewhere.
export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };

/** Next would list the refused methods too. */
export const OPTIONS = async ({ url }: Request) =>
  new Response(null, { status: 204, headers: { allow: methodsAt(new URL(url).pathname).join(', ') } });
