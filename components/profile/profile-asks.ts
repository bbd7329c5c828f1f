import type { ProfileAsk } from '@/lib/profile/view';
import type { ProfileViewAsk } from '@/lib/queries/profile';
import { DAY } from '@/lib/time/duration';
import { pieces, type Span } from '@/lib/time/range';
import type { ProfileSettings } from './profile-settings';

const LONGEST = 7 * DAY;
const MOST_PIECES = 5;
const NARROWEST_PX = 1600;
const STEP_PX = 200;

/** The width that is asked for: in steps, so that answers can be shared, and enough to zoom into. */
export const askedWidth = (px: number) => Math.max(NARROWEST_PX, Math.ceil(px / STEP_PX) * STEP_PX);

/** What AWS is asked for a range, a week at most each; `leftOut` is the part that is too long ago. */
export function profileAsks(
  group: string,
  span: Span,
  { latest, maxDepth }: Pick<ProfileSettings, 'latest' | 'maxDepth'>,
): { asks: ProfileAsk[]; leftOut?: Span } {
  const depth = maxDepth === null ? {} : { maxDepth };
  if (latest) return { asks: [{ group, period: latest, ...depth }] };
  const { spans, leftOut } = pieces(span, LONGEST, MOST_PIECES);
  const asks = spans.map(({ from, to }) => ({ group, startTime: from, endTime: to, ...depth }));
  return leftOut ? { asks, leftOut } : { asks };
}

/** The same for a screen `px` pixels wide. */
export const forScreen = (ask: ProfileAsk, data: ProfileSettings['data'], px: number): ProfileViewAsk => ({
  ...ask,
  width: askedWidth(px),
  data,
});
