import { z } from 'zod';
import { LOST_PARTS_HEADER } from '@/lib/answer/shared-link';
import { linkId } from '@/lib/server/http/link-fields';
import { fileResponse, route } from '@/lib/server/http/respond';
import { exportLink } from '@/lib/server/links/bundle/export-link';

/** A shared link as one file that another Triptych opens. */
export const GET = route({
  params: z.object({ id: linkId }),
  answer: async ({ params: { id } }, signal) => {
    const { lostCount, ...file } = await exportLink(id, signal);
    return fileResponse({ ...file, headers: { [LOST_PARTS_HEADER]: String(lostCount) } });
  },
});
