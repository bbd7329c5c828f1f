import { isPathKey } from '@/lib/profile/path-key';
import { wantedText } from '@/lib/profile/search';
import type { FrameChoice, ProfileAsk, ViewChoice } from '@/lib/profile/view';
import { weeksOf } from '@/lib/profile/weeks';
import type { Span } from '@/lib/time/range';
import type { ProfileSettings } from './profile-settings';

const NARROWEST_PX = 1600;
const STEP_PX = 200;

/** The width that is asked for: in steps, so that answers can be shared, and enough to zoom into. */
export const askedWidth = (px: number) => Math.max(NARROWEST_PX, Math.ceil(px / STEP_PX) * STEP_PX);

/** The profile that is asked for: of a range, or the latest of a period. */
export function profileAsk(
  group: string,
  { from, to }: Span,
  { latest, maxDepth }: Pick<ProfileSettings, 'latest' | 'maxDepth'>,
): ProfileAsk {
  const depth = maxDepth === null ? {} : { maxDepth };
  return latest ? { group, period: latest, ...depth } : { group, startTime: from, endTime: to, ...depth };
}

/** The same in parts that AWS answers, a week at most each. */
export function weeklyAsks(ask: ProfileAsk, span: Span, now: number): ProfileAsk[] {
  if (ask.startTime === undefined) return [ask];
  return weeksOf(span, now).spans.map(({ from, to }) => ({ ...ask, startTime: from, endTime: to }));
}

/** What of it is looked at. A focus that can't be the key of a frame is not asked for. */
export function frameChoice({
  data,
  focus,
  search,
}: Pick<ProfileSettings, 'data' | 'focus' | 'search'>): FrameChoice {
  const wanted = wantedText(search);
  return { data, ...(isPathKey(focus) && { focus }), ...(wanted !== '' && { search: wanted }) };
}

/** The same for a screen `px` pixels wide. */
export const viewChoice = (settings: Parameters<typeof frameChoice>[0], px: number): ViewChoice => ({
  ...frameChoice(settings),
  width: askedWidth(px),
});
