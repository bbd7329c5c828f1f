import { z } from 'zod';
import { LOST_PARTS_HEADER, MAX_PAGE_BYTES } from '@/lib/answer/shared-link';
import { bodyBytes } from '@/lib/server/http/body-bytes';
import { linkId } from '@/lib/server/http/link-fields';
import { fileResponse, route } from '@/lib/server/http/respond';
import { exportLink } from '@/lib/server/links/bundle/export-link';
import { SECOND } from '@/lib/time/duration';

const params = z.object({ id: linkId });

/** A shared link as one file that another Triptych opens. */
export const GET = route({ params, answer: ({ params: { id } }, signal) => bundle(id, undefined, signal) });

/** The same with a page that opens without Triptych, which is the body. */
export const POST = route({
  params,
  answer: async ({ params: { id } }, signal, request) =>
    bundle(id, await bodyBytes(request, { maxBytes: MAX_PAGE_BYTES, maxMs: MAX_BODY_MS }), signal),
});

const MAX_BODY_MS = 60 * SECOND;

async function bundle(id: string, page: Uint8Array | undefined, signal: AbortSignal): Promise<Response> {
  const { lostCount, ...file } = await exportLink(id, page, signal);
  return fileResponse({ ...file, headers: { [LOST_PARTS_HEADER]: String(lostCount) } });
}
