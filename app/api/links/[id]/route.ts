import { z } from 'zod';
import { linkId, renameBody } from '@/lib/server/http/link-fields';
import { route } from '@/lib/server/http/respond';
import { getLink } from '@/lib/server/links/get-link';
import { changeableLinks } from '@/lib/server/links/link-access';

const params = z.object({ id: linkId });

export const GET = route({
  need: 'view',
  params,
  answer: ({ params: { id } }, _signal, _request, user) => getLink(id, user),
});

/** Renames a link. */
export const PATCH = route({
  need: 'view',
  params,
  body: renameBody,
  answer: async ({ params: { id }, body }, _signal, _request, user) => {
    await (await changeableLinks(id, user)).rename(id, body.name);
    return getLink(id, user);
  },
});

/** Revokes a link. */
export const DELETE = route({
  need: 'view',
  params,
  answer: async ({ params: { id } }, _signal, _request, user) => {
    await (await changeableLinks(id, user)).revoke(id);
    return { id };
  },
});
