import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { isAnomalyOf } from '../recommendations/anomaly-id';
import { keepFeedback } from '../store/feedback';

/**
 * Keeps what a user said of an anomaly, in place of what was said before; a comment up to 4,096 characters [?]. An id
 * that GetRecommendations never gave for this group is a ResourceNotFoundException [?].
 */
export const submitFeedback = operation({
  name: 'SubmitFeedback',
  method: 'POST',
  path: '/internal/profilingGroups/{profilingGroupName}/anomalies/{anomalyInstanceId}/feedback',
  errors: usualErrors,
  input: z.object({
    profilingGroupName,
    anomalyInstanceId: uuid,
    type: z.enum(['Positive', 'Negative']),
    comment: z.string().max(4096).nullish(),
  }),
  handle: async ({ profilingGroupName, anomalyInstanceId: id, type, comment }, { world }) => {
    const { profiles, tokens, clock } = world;
    await profiles.groups.inTurn(async () => {
      profiles.groups.get(profilingGroupName);
      if (!isAnomalyOf(tokens.key, profilingGroupName, id)) throw notFound(`There is no anomaly ${id}.`);
      const said = { id, type, at: clock.now(), ...(comment != null && { comment }) };
      await keepFeedback(profiles.groups.folderOf(profilingGroupName), said);
    });
    return { status: 204 };
  },
});
