import { route } from '@/lib/server/http/respond';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';

export const GET = route({
  need: 'view',
  about: 'Lists the canaries.',
  answer: (_, signal) => listCanaries(undefined, signal),
});
