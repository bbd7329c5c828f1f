import { z } from 'zod';
import { redirectResponse, route } from '@/lib/server/http/respond';
import { linkAddress } from '@/lib/server/links/link-address';

/** A redirect by Next takes ten times as long, because it renders a page. */
export const GET = route({
  need: 'view',
  about: 'Leads to the page of a shared link, or to one that says why it can’t be shown.',
  answers: 'other',
  isForBrowsers: true,
  params: z.object({ id: z.string() }),
  answer: async ({ params: { id } }) => {
    const found = await linkAddress(id);
    return redirectResponse('address' in found ? found.address : `/s/${encodeURIComponent(id)}/lost`);
  },
});
