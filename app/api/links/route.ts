import { linkBody, linksQuery, MAX_LINK_BODY_BYTES } from '@/lib/server/http/link-fields';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';
import { listLinks } from '@/lib/server/links/list-links';
import { shareEvents } from '@/lib/server/links/share';
import { answeredAgain } from './answered-again';

export const GET = route({
  need: 'view',
  about: 'Lists the shared links, newest first.',
  query: linksQuery,
  answer: ({ query }, _signal, _request, user) => listLinks(query, user),
});

export const POST = route({
  need: 'keepLinks',
  about: 'Keeps all that a page shows, and sends the progress and the link to it.',
  answers: 'events',
  body: linkBody,
  maxBodyBytes: MAX_LINK_BODY_BYTES,
  answer: async ({ body: { name, path, search, requests } }, signal, request, user) => {
    const share = { name, user, page: { path, search }, requests, answer: answeredAgain(request) };
    return ndjsonResponse((gone) => shareEvents(share, gone), signal);
  },
});
