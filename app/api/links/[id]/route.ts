import { z } from 'zod';
import { linkId, renameBody } from '@/lib/server/http/link-fields';
import { route } from '@/lib/server/http/respond';
import { getLink } from '@/lib/server/links/get-link';
import { changeableLinks } from '@/lib/server/links/link-access';

const params = z.object({ id: linkId });

export const GET = route({
  need: 'view',
  about: 'Describes a shared link.',
  params,
  answer: ({ params: { id } }, _signal, _request, user) => getLink(id, user),
});

export const PATCH = route({
  need: 'keepLinks',
  about: 'Renames a shared link.',
  params,
  body: renameBody,
  answer: async ({ params: { id }, body }, _signal, _request, user) => {
    await (await changeableLinks(id, user)).rename(id, body.name);
    return getLink(id, user);
  },
});

export const DELETE = route({
  need: 'keepLinks',
  about: 'Revokes a shared link.',
  answers: 'other',
  params,
  answer: async ({ params: { id } }, _signal, _request, user) => {
    await (await changeableLinks(id, user)).revoke(id);
    return { id };
  },
});
