import { methodsAt } from '@/lib/server/http/methods';
import { refuseMethod } from '@/lib/server/http/refuse-method';
import { route } from '@/lib/server/http/respond';
import { openBundle } from '@/lib/server/links/bundle/open-bundle';

/** The body is the file itself. */
export const POST = route({
  need: 'addFiles',
  about: 'Adds the shared link in a file, which is the body.',
  answers: 'other',
  answer: (_input, _signal, request, user) => openBundle(request, user),
});

// No request for this path passes the proxy, which refuses unsupported methods elsewhere.
export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };

/** Next would list the refused methods too. */
export const OPTIONS = async ({ url }: Request) =>
  new Response(null, { status: 204, headers: { allow: methodsAt(new URL(url).pathname).join(', ') } });
