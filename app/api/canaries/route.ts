import { route } from '@/lib/server/http/respond';
import { describeCanaries } from '@/lib/server/synthetics/describe-canaries';

export const GET = route({ answer: (_, signal) => describeCanaries(undefined, signal) });
