import { healthBody } from '@/lib/server/http/health-body';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';
import { healthEvents } from '@/lib/server/synthetics/runs/health-events';

export const POST = route({
  body: healthBody,
  answer: async ({ body: { names, from, to, now, bins } }, signal) => {
    const left = new AbortController();
    const gone = AbortSignal.any([signal, left.signal]);
    const options = { span: { from, to }, now, bins };
    return ndjsonResponse(healthEvents(names, options, gone), () => left.abort());
  },
});
