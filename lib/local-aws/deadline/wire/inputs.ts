import { z } from 'zod';
import { queryInteger } from '../../protocol/inputs';

const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[0-9a-f]{32}$`), `must be ${prefix}- and 32 hex digits`);

export const farmId = id('farm');
export const queueId = id('queue');
export const fleetId = id('fleet');

export const jobId = id('job');
export const budgetId = id('budget');

export const aggregationId = z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits');

/** An empty token means the first page. */
const nextToken = z.string().max(4096).default('');

/** [?] A page has 100 results by default. */
const maxResults = queryInteger(1, 100).prefault('100');

/** The paging members of every list. */
export const paging = { nextToken, maxResults };

/** [?] Validated but not used as a filter: local farms have no members, so everyone sees all of them. */
export const principalId = z
  .string()
  .min(1)
  .max(47)
  .regex(
    /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
    'must be the id of a user or group of IAM Identity Center',
  )
  .optional();
