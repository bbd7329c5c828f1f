import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { isAnomalyOf } from '../recommendations/anomaly-id';
import { storeFeedback } from '../store/feedback';

/**
 * Stores a user's feedback on an anomaly and replaces earlier feedback; a comment has up to 4,096 characters [?]. An id that
 * GetRecommendations never returned for this group is a ResourceNotFoundException [?].
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
    await profiles.groups.exclusively(async () => {
      profiles.groups.get(profilingGroupName);
      if (!isAnomalyOf(tokens.key, profilingGroupName, id)) throw notFound(`There is no anomaly ${id}.`);
      const feedback = { id, type, at: clock.now(), ...(comment != null && { comment }) };
      await storeFeedback(profiles.groups.folderOf(profilingGroupName), feedback);
    });
    return { status: 204 };
  },
});
