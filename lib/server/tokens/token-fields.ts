import { z } from 'zod';
import { MAX_TOKEN_DAYS, MAX_TOKEN_NAME_LENGTH } from '@/lib/answer/api-token';
import { TOKEN_ID } from './tokens';

const NAME_RULE = `must be a text of 1 to ${MAX_TOKEN_NAME_LENGTH} characters`;
const DAYS_RULE = `must be a whole number from 1 to ${MAX_TOKEN_DAYS}`;
const ID_RULE = 'must be the id of a token';

/** What a token is for, and how many days it lasts. */
export const tokenBody = z.object({
  name: z.string({ error: NAME_RULE }).trim().min(1, NAME_RULE).max(MAX_TOKEN_NAME_LENGTH, NAME_RULE),
  days: z.number({ error: DAYS_RULE }).int(DAYS_RULE).min(1, DAYS_RULE).max(MAX_TOKEN_DAYS, DAYS_RULE),
});

export const tokenId = z.string({ error: ID_RULE }).regex(TOKEN_ID, ID_RULE);
