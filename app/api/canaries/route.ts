import { route } from '@/lib/server/http/respond';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';

export const GET = route({ answer: (_, signal) => listCanaries(undefined, signal) });
