import type { PlotRuns } from '@/lib/canary/plot/plot-runs';
import { panView, zoomView } from '@/lib/canary/plot/view';
import type { Span } from '@/lib/time/range';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;
type Place = { view: Span; range: Span; at: number | undefined; plot: PlotRuns };

/** What a key does: shows another view, opens the current run, or goes to another one and, if needed, shows it. */
export type TimelineAction = { view: Span } | { open: true } | { at: number; follow?: Span };

/** The action of a key on the timeline; undefined for other keys. */
export function timelineKey(event: Key, { view, range, at, plot }: Place): TimelineAction | undefined {
  const { key, shiftKey } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (key === 'Enter' || key === ' ') return { open: true };
  const current = plot.scheduled[at ?? -1];
  const around = current && isIn(current.started, view) ? current.started : (view.from + view.to) / 2;
  if (key === '+' || key === '=') return { view: zoomView(view, range, 0.5, around) };
  if (key === '-') return { view: zoomView(view, range, 2, around) };
  if (key === '0') return { view: range };
  const forward = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (forward !== 0 && shiftKey) return { view: panView(view, range, forward / 4) };
  const last = plot.scheduled.length - 1;
  const next = key === 'Home' ? 0 : key === 'End' || at === undefined ? last : at + forward;
  if ((forward === 0 && key !== 'Home' && key !== 'End') || next < 0 || next > last) return undefined;
  const started = plot.scheduled[next]?.started ?? view.from;
  return isIn(started, view) ? { at: next } : { at: next, follow: centred(started, view, range) };
}

const isIn = (instant: number, { from, to }: Span) => instant >= from && instant < to;

const centred = (instant: number, view: Span, range: Span): Span =>
  panView(view, range, (instant - (view.from + view.to) / 2) / (view.to - view.from));
