import { z } from 'zod';
import { LOST_PARTS_HEADER, MAX_PAGE_BYTES } from '@/lib/answer/shared-link';
import type { User } from '@/lib/server/access/authorize';
import { bodyBytes } from '@/lib/server/http/body-bytes';
import { linkId } from '@/lib/server/http/link-fields';
import { fileResponse, route } from '@/lib/server/http/respond';
import { exportLink } from '@/lib/server/links/bundle/export-link';
import { SECOND } from '@/lib/time/duration';

const params = z.object({ id: linkId });

export const GET = route({
  need: 'view',
  about: 'Sends a shared link as one file that another Triptych opens.',
  answers: 'file',
  params,
  answer: ({ params: { id } }, signal, _request, user) => bundle(id, undefined, user, signal),
});

export const POST = route({
  need: 'view',
  about: 'Sends the same with a page that opens without Triptych, which is the body.',
  answers: 'file',
  params,
  answer: async ({ params: { id } }, signal, request, user) =>
    bundle(id, await bodyBytes(request, { maxBytes: MAX_PAGE_BYTES, maxMs: MAX_BODY_MS }), user, signal),
});

const MAX_BODY_MS = 60 * SECOND;

async function bundle(
  id: string,
  page: Uint8Array | undefined,
  user: User,
  signal: AbortSignal,
): Promise<Response> {
  const { lostCount, ...file } = await exportLink(id, page, user, signal);
  return fileResponse({ ...file, headers: { [LOST_PARTS_HEADER]: String(lostCount) } });
}
