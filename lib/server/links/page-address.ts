import { z } from 'zod';

export const MAX_PATH_LENGTH = 8000;
const MAX_SEARCH_LENGTH = 16_000;

const PATH_RULE = 'must be the path of a page';

/** The path of a page that can be shared. It never leads to another site. */
export const pagePath = z
  .string({ error: PATH_RULE })
  .max(MAX_PATH_LENGTH, PATH_RULE)
  .regex(/^\/(why|(profiles|farms|canaries)(\/[^/?#\\]+)?)?$/, PATH_RULE);

const SEARCH_RULE = 'must be empty or begin with ?';

/** The parameters of a page, from the question mark on. */
export const pageSearch = z
  .string({ error: SEARCH_RULE })
  .max(MAX_SEARCH_LENGTH, SEARCH_RULE)
  .regex(/^(\?[^#]*)?$/, SEARCH_RULE);
