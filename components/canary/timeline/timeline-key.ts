import type { PlotRuns } from '@/lib/canary/plot/plot-runs';
import { panView, viewWith, zoomView } from '@/lib/canary/plot/view';
import type { Span } from '@/lib/time/range';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;
type Place = { view: Span; range: Span; at: number | undefined; plot: PlotRuns };

/** What a key does: shows another view, makes it the range, opens the current run, or goes to another one and, if needed, shows it. */
export type TimelineAction = { view: Span } | { pick: true } | { open: true } | { at: number; follow?: Span };

/** The action of a key on the timeline; undefined for other keys. */
export function timelineKey(event: Key, { view, range, at, plot }: Place): TimelineAction | undefined {
  const { key, shiftKey } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (key === 'Enter' && shiftKey) return { pick: true };
  if (key === 'Enter' || key === ' ') return { open: true };
  const current = plot.scheduled[at ?? -1];
  const around = current && isIn(current.started, view) ? current.started : (view.from + view.to) / 2;
  if (key === '+' || key === '=') return { view: zoomView(view, range, 0.5, around) };
  if (key === '-') return { view: zoomView(view, range, 2, around) };
  if (key === '0') return { view: range };
  const forward = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (forward !== 0 && shiftKey) return { view: panView(view, range, forward / 4) };
  const next = nextPlace(event, forward, { at, plot });
  const started = plot.scheduled[next ?? -1]?.started;
  if (next === undefined || started === undefined) return undefined;
  const follow = viewWith(started, view, range);
  return follow === view ? { at: next } : { at: next, follow };
}

/** The place to which a key goes; undefined, or beyond the ends, if there is none. Without a current run it is the newest one. */
function nextPlace(
  { key, shiftKey }: Key,
  forward: number,
  { at, plot }: Pick<Place, 'at' | 'plot'>,
): number | undefined {
  const last = plot.scheduled.length - 1;
  if (key.toLowerCase() === 'n') return failedPlace(plot, at, shiftKey || at === undefined ? -1 : 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (forward === 0) return undefined;
  return at === undefined ? last : at + forward;
}

/** The place of the next failed run in a direction; from the end if none is current. */
function failedPlace({ scheduled }: PlotRuns, at = scheduled.length, step: 1 | -1): number | undefined {
  for (let next = at + step; next >= 0 && next < scheduled.length; next += step)
    if (scheduled[next]?.outcome === 'failed') return next;
  return undefined;
}

const isIn = (instant: number, { from, to }: Span) => instant >= from && instant < to;
