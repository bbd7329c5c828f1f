import { z } from 'zod';
import { LINK_ID, MAX_LINK_NAME_LENGTH } from '@/lib/answer/shared-link';
import { LISTED_NAME } from '../links/listed-name';
import { MAX_PATH_LENGTH, pagePath, pageSearch } from '../links/page-address';
import { wholeNumber } from './fields';

/** Maximum number of requests that a page can have sent for what it shows. */
const MAX_REQUESTS = 500;

/** Maximum size of the body that asks for a link. */
export const MAX_LINK_BODY_BYTES = 1024 * 1024;

const NAME_RULE = `must be a text of 1 to ${MAX_LINK_NAME_LENGTH} characters`;

const name = z.string({ error: NAME_RULE }).trim().min(1, NAME_RULE).max(MAX_LINK_NAME_LENGTH, NAME_RULE);

const REQUESTS_RULE = `must be 1 to ${MAX_REQUESTS} paths of the API, each with the body that was posted, if any`;

const request = z.object({
  path: z.string().max(MAX_PATH_LENGTH).startsWith('/api/'),
  body: z.record(z.string(), z.unknown()).optional(),
});

export const linkBody = z.object({
  name,
  path: pagePath,
  search: pageSearch,
  requests: z.array(request, { error: REQUESTS_RULE }).min(1, REQUESTS_RULE).max(MAX_REQUESTS, REQUESTS_RULE),
});

export const renameBody = z.object({ name });

const ID_RULE = 'must be the id of a link';

export const linkId = z.string({ error: ID_RULE }).regex(LINK_ID, ID_RULE);

const AFTER_RULE = 'must be from the page before';

/** A page of the list of links. */
export const linksQuery = z.object({
  after: z.string().regex(LISTED_NAME, AFTER_RULE).optional(),
  max: wholeNumber(1, 100).default(50),
});
