import { linkBody, linksQuery, MAX_LINK_BODY_BYTES } from '@/lib/server/http/link-fields';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';
import { listLinks } from '@/lib/server/links/list-links';
import { shareEvents } from '@/lib/server/links/share';
import { answeredAgain } from './answered-again';

export const GET = route({ query: linksQuery, answer: ({ query }) => listLinks(query) });

export const POST = route({
  body: linkBody,
  maxBodyBytes: MAX_LINK_BODY_BYTES,
  answer: async ({ body: { name, path, search, requests } }, signal, request) => {
    const share = { name, page: { path, search }, requests, answer: answeredAgain(request) };
    return ndjsonResponse((gone) => shareEvents(share, gone), signal);
  },
});
