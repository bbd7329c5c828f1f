import { listFarms } from '@/lib/server/deadline/list-farms';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Lists the farms.',
  answer: (_, signal) => listFarms(undefined, signal),
});
