import { parseAsStringLiteral } from 'nuqs/server';

/** The parameter of the panel of queues in the URL of a farm: whether they are added up. */
export const byQueueParams = { inQueues: parseAsStringLiteral(['shown']) };

export const BY_QUEUE_SENTENCES = {
  inQueues: 'The choice of queues to add up in this link is unknown. Adding up none.',
};
