import { counted } from '@/lib/answer/counted';
import { formatShare } from '../shares';
import type { FarmCount } from './farms-text';
import type { TopQueues } from './top-queues';

/** What a ranking of queues leaves out, in sentences; nothing if it has all queues of all farms. */
export function topQueuesText({ all: queues, top, share }: TopQueues, { known, all }: FarmCount): string {
  if (known === 0) return 'The whole cost of no farm is known.';
  const farms = known < all ? ` of the ${known} of ${counted(all, 'farm')} whose whole cost is known` : '';
  if (queues.length === 0) return `No queue${farms} has a cost in this range.`;
  return [
    ...(top.length < queues.length ? [`These ${top.length} have ${formatShare(share)} of the cost.`] : []),
    ...(farms ? [`Only queues${farms}.`] : []),
  ].join(' ');
}
