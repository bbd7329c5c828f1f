import { z } from 'zod';
import { linkId, renameBody } from '@/lib/server/http/link-fields';
import { route } from '@/lib/server/http/respond';
import { getLink } from '@/lib/server/links/get-link';
import { sharedLinks } from '@/lib/server/links/shared-links';

const params = z.object({ id: linkId });

export const GET = route({ params, answer: ({ params: { id } }) => getLink(id) });

/** Renames a link. */
export const PATCH = route({
  params,
  body: renameBody,
  answer: async ({ params: { id }, body }) => {
    await (await sharedLinks()).rename(id, body.name);
    return getLink(id);
  },
});

/** Revokes a link. */
export const DELETE = route({
  params,
  answer: async ({ params: { id } }) => {
    await (await sharedLinks()).revoke(id);
    return { id };
  },
});
