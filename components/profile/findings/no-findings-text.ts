import { unanalysedNotes } from '@/lib/profile/range/findings';
import type { Span } from '@/lib/time/range';

/** Why nothing is listed. It never says more than AWS analysed: of a longer range, that is the newest 7 days. */
export function noFindingsText(span: Span, hasProfile: boolean): string {
  const isPart = unanalysedNotes(span).length > 0;
  const range = isPart ? 'the newest 7 days of this range' : 'this range';
  return hasProfile
    ? `AWS has nothing to recommend and found nothing unusual in ${range}.${isPart ? '' : ' Try a longer one.'}`
    : `AWS has no profile in ${range} to analyse.`;
}
