import { z } from 'zod';
import { requireAction } from '@/lib/server/access/authorize';
import { costEvents, costPlan } from '@/lib/server/deadline/costs/cost-events';
import { costQueryOf, costsBody } from '@/lib/server/http/costs-body';
import { farmId } from '@/lib/server/http/fields';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';

export const POST = route({
  need: 'view',
  about: 'Has AWS add up the costs of a farm over a range, and sends them once they are known.',
  answers: 'events',
  params: z.object({ farmId }),
  body: costsBody,
  answer: async ({ params, body }, signal, _request, user) => {
    if (body.groupBy.includes('USER_ID')) requireAction(user, 'seeUsers');
    const query = costQueryOf(params.farmId, body);
    const plan = costPlan(query);
    return ndjsonResponse((gone) => costEvents({ plan, query, fresh: body.fresh }, gone), signal);
  },
});
