import { healthBody } from '@/lib/server/http/health-body';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';
import { healthEvents } from '@/lib/server/synthetics/runs/health-events';

export const POST = route({
  need: 'view',
  about: 'Reads the runs of canaries over a range, and sends the health of each as soon as it is known.',
  answers: 'events',
  body: healthBody,
  answer: async ({ body: { names, from, to, now, bins } }, signal) => {
    const options = { span: { from, to }, now, bins };
    return ndjsonResponse((gone) => healthEvents(names, options, gone), signal);
  },
});
