import { splitIntoWeeks } from '@/lib/profile/range/weeks';
import { normalizeQuery } from '@/lib/profile/transform/search';
import { isFunctionPath } from '@/lib/profile/tree/path-key';
import type { FrameChoice, View, ViewChoice } from '@/lib/profile/view/choice';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { Span } from '@/lib/time/range';
import type { PageView, ProfileSettings } from '../settings/profile-settings';

const MIN_PX = 1600;
const MAX_PX = 8000;
const STEP_PX = 200;

/** Requested width: wide enough to zoom into, in steps so that viewers share answers, and bounded. */
export const requestedWidth = (px: number) =>
  Math.min(MAX_PX, Math.max(MIN_PX, Math.ceil(px / STEP_PX) * STEP_PX));

/** Requests the profile of a range, or the latest one of a period. */
export function profileRequest(
  group: string,
  { from, to }: Span,
  { latest, maxDepth }: Pick<ProfileSettings, 'latest' | 'maxDepth'>,
): ProfileRequest {
  const depth = maxDepth === null ? {} : { maxDepth };
  return latest ? { group, period: latest, ...depth } : { group, startTime: from, endTime: to, ...depth };
}

/** Splits a request into parts of at most a week, the maximum that AWS answers. */
export function weeklyRequests(request: ProfileRequest, span: Span, now: number): ProfileRequest[] {
  if (request.startTime === undefined) return [request];
  return splitIntoWeeks(span, now).spans.map(({ from, to }) => ({
    ...request,
    startTime: from,
    endTime: to,
  }));
}

/** The settings that select a part of a profile. */
export type FrameSettings = Pick<
  ProfileSettings,
  'data' | 'focus' | 'search' | 'hidden' | 'collapsed' | 'recursion'
>;

/** The selected part of a profile. A focus that can't be the key of a frame is left out. */
export function frameChoice({
  data,
  focus,
  search,
  hidden,
  collapsed,
  recursion,
}: FrameSettings): FrameChoice {
  const wanted = normalizeQuery(search);
  return {
    ...(data !== null && { data }),
    ...(isFunctionPath(focus) && { focus }),
    ...(wanted !== '' && { search: wanted }),
    ...(hidden.length > 0 && { hidden }),
    ...(collapsed.length > 0 && { collapsed }),
    ...(recursion && { recursion }),
  };
}

type GraphSettings = FrameSettings &
  Pick<ProfileSettings, 'view' | 'inspected' | 'colours' | 'mine' | 'chains'>;

/** The selected part for a graph `px` pixels wide. The table of functions has no graph, so it requests the overview. */
export function viewChoice(
  { view, inspected, colours, mine, chains, ...settings }: GraphSettings,
  px: number,
): ViewChoice {
  const { focus, ...choice } = frameChoice(settings);
  const graph = graphView(view);
  const areFolded = chains !== null && graph === 'overview';
  // A comparison isn't coloured by code.
  const needsMine = areFolded || (view !== 'compare' && colours === 'mine');
  return {
    ...choice,
    width: requestedWidth(px),
    ...(graph !== 'overview' && { view: graph }),
    ...(graph === 'inspect' && inspected !== '' && { inspected }),
    ...(graph !== 'inspect' && focus !== undefined && { focus }),
    ...(areFolded && { chains }),
    ...(needsMine && mine.length > 0 && { mine }),
  };
}

/** The selected part for the table of functions. Only the focus of an overview is a frame of the call tree. */
export function functionsChoice({
  view,
  ...settings
}: FrameSettings & Pick<ProfileSettings, 'view'>): FrameChoice {
  const { focus, ...choice } = frameChoice(settings);
  return graphView(view) === 'overview' && focus !== undefined ? { ...choice, focus } : choice;
}

/** The graph of a view of the page; the overview for a view without one. */
export const graphView = (view: PageView): View =>
  view === 'functions' || view === 'compare' ? 'overview' : view;
