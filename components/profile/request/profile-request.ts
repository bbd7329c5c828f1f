import { splitIntoWeeks } from '@/lib/profile/range/weeks';
import { wantedText } from '@/lib/profile/transform/search';
import { isFunctionPath } from '@/lib/profile/tree/path-key';
import type { FrameChoice, View, ViewChoice } from '@/lib/profile/view/choice';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { Span } from '@/lib/time/range';
import type { PageView, ProfileSettings } from '../settings/profile-settings';

const NARROWEST_PX = 1600;
const WIDEST_PX = 8000;
const STEP_PX = 200;

/** The width that is asked for: in steps, so that answers can be shared, enough to zoom into, and bounded. */
export const askedWidth = (px: number) =>
  Math.min(WIDEST_PX, Math.max(NARROWEST_PX, Math.ceil(px / STEP_PX) * STEP_PX));

/** The profile that is asked for: of a range, or the latest of a period. */
export function profileRequest(
  group: string,
  { from, to }: Span,
  { latest, maxDepth }: Pick<ProfileSettings, 'latest' | 'maxDepth'>,
): ProfileRequest {
  const depth = maxDepth === null ? {} : { maxDepth };
  return latest ? { group, period: latest, ...depth } : { group, startTime: from, endTime: to, ...depth };
}

/** The same in parts that AWS answers, a week at most each. */
export function weeklyRequests(ask: ProfileRequest, span: Span, now: number): ProfileRequest[] {
  if (ask.startTime === undefined) return [ask];
  return splitIntoWeeks(span, now).spans.map(({ from, to }) => ({ ...ask, startTime: from, endTime: to }));
}

/** What of a profile a viewer chose to look at. */
export type Chosen = Pick<
  ProfileSettings,
  'data' | 'focus' | 'search' | 'hidden' | 'collapsed' | 'recursion'
>;

/** What of it is looked at. A focus that can't be the key of a frame is not asked for. */
export function frameChoice({ data, focus, search, hidden, collapsed, recursion }: Chosen): FrameChoice {
  const wanted = wantedText(search);
  return {
    ...(data !== null && { data }),
    ...(isFunctionPath(focus) && { focus }),
    ...(wanted !== '' && { search: wanted }),
    ...(hidden.length > 0 && { hidden }),
    ...(collapsed.length > 0 && { collapsed }),
    ...(recursion && { recursion }),
  };
}

/** The same for a screen `px` pixels wide. The functions alone stand beside no graph of their own: the overview is asked for. */
export function viewChoice(
  { view, inspected, ...chosen }: Chosen & Pick<ProfileSettings, 'view' | 'inspected'>,
  px: number,
): ViewChoice {
  const { focus, ...choice } = frameChoice(chosen);
  const shown = graphView(view);
  return {
    ...choice,
    width: askedWidth(px),
    ...(shown !== 'overview' && { view: shown }),
    ...(shown === 'inspect' && inspected !== '' && { inspected }),
    ...(shown !== 'inspect' && focus !== undefined && { focus }),
  };
}

/** The functions that stand beside a view: of its focus, where that is a frame of the call tree. */
export function functionsChoice({ view, ...chosen }: Chosen & Pick<ProfileSettings, 'view'>): FrameChoice {
  const { focus, ...choice } = frameChoice(chosen);
  return graphView(view) === 'overview' && focus !== undefined ? { ...choice, focus } : choice;
}

/** The graph that a view of the page shows or would show. */
export const graphView = (view: PageView): View =>
  view === 'functions' || view === 'compare' ? 'overview' : view;
