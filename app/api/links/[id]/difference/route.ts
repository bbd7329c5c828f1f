import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { DIFFERENCE_PARTS, type LinkDifference, PRESENT_TIMES, partsOf } from '@/lib/answer/link-difference';
import { badInput } from '@/lib/answer/problem';
import { exactNow } from '@/lib/server/clock';
import { linkDifference } from '@/lib/server/difference/link-difference';
import { oneOf } from '@/lib/server/http/fields';
import { linkId } from '@/lib/server/http/link-fields';
import { route } from '@/lib/server/http/respond';
import { sharedLinks } from '@/lib/server/links/shared-links';
import { keptPage, partReader, wholeProfiles } from './read-part';

export const GET = route({
  need: 'view',
  about: 'Computes the figures of a part of a link’s page, then and now.',
  params: z.object({ id: linkId }),
  query: z.object({ of: oneOf(DIFFERENCE_PARTS), time: oneOf(PRESENT_TIMES) }),
  answer: async (
    { params: { id }, query: { of, time } },
    signal,
    _request,
    user,
  ): Promise<Answer<LinkDifference>> => {
    const link = await (await sharedLinks()).open(id);
    const page = partsOf(link.manifest.page.path).includes(of) ? keptPage(link) : undefined;
    const read = page && (await partReader(of, { link, page, user }, signal));
    if (!read) throw badInput('The page of this link has no such figures.', 'of');
    const whole = await wholeProfiles(link, page, signal);
    const asOf = exactNow();
    return {
      data: await linkDifference(link, { ...page, whole }, time, read),
      asOf,
      partial: false,
      warnings: [],
    };
  },
});
