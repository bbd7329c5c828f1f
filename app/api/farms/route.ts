import { listFarms } from '@/lib/server/deadline/list-farms';
import { route } from '@/lib/server/http/respond';

export const GET = route({ need: 'view', answer: (_, signal) => listFarms(undefined, signal) });
