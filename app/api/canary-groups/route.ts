import { route } from '@/lib/server/http/respond';
import { listCanaryGroups } from '@/lib/server/synthetics/list-groups';

export const GET = route({
  need: 'view',
  about: 'Lists the groups of canaries.',
  answer: (_, signal) => listCanaryGroups(undefined, signal),
});
