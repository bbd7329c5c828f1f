import { isPathKey } from '@/lib/profile/path-key';
import { wantedText } from '@/lib/profile/search';
import { HOURS_KEPT } from '@/lib/profile/strip';
import type { ProfileAsk } from '@/lib/profile/view';
import type { ProfileViewAsk } from '@/lib/queries/profile';
import { DAY, HOUR } from '@/lib/time/duration';
import { pieces, type Span } from '@/lib/time/range';
import type { ProfileSettings } from './profile-settings';

const LONGEST = 7 * DAY;
const MOST_PIECES = 5;
const NARROWEST_PX = 1600;
const STEP_PX = 200;

/** The width that is asked for: in steps, so that answers can be shared, and enough to zoom into. */
export const askedWidth = (px: number) => Math.max(NARROWEST_PX, Math.ceil(px / STEP_PX) * STEP_PX);

/**
 * What AWS is asked for a range, a week at most each; `leftOut` is the part that is too long ago. Weeks meet at whole
 * hours, or at midnights UTC where only days may be left, since a profile that lies across their border would be in neither.
 */
export function profileAsks(
  group: string,
  span: Span,
  { latest, maxDepth }: Pick<ProfileSettings, 'latest' | 'maxDepth'>,
  now: number,
): { asks: ProfileAsk[]; leftOut?: Span } {
  const depth = maxDepth === null ? {} : { maxDepth };
  if (latest) return { asks: [{ group, period: latest, ...depth }] };
  const step = now - span.from > HOURS_KEPT ? DAY : HOUR;
  const border = Math.ceil(span.to / step) * step;
  const whole = span.to - span.from <= LONGEST;
  const { spans, leftOut } = pieces({ from: span.from, to: whole ? span.to : border }, LONGEST, MOST_PIECES);
  const asks = spans.map(({ from, to }) => ({
    group,
    startTime: from,
    endTime: Math.min(to, span.to),
    ...depth,
  }));
  // Of what is so long ago no profile is shorter than a step.
  return leftOut && leftOut.to - leftOut.from >= step ? { asks, leftOut } : { asks };
}

/** The same for a screen `px` pixels wide. A focus that can't be the key of a frame is not asked for. */
export function forScreen(
  ask: ProfileAsk,
  { data, focus, search }: Pick<ProfileSettings, 'data' | 'focus' | 'search'>,
  px: number,
): ProfileViewAsk {
  const wanted = wantedText(search);
  return {
    ...ask,
    width: askedWidth(px),
    data,
    ...(isPathKey(focus) && { focus }),
    ...(wanted !== '' && { search: wanted }),
  };
}
