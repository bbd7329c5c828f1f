import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** The shortest view of a timeline. */
const MIN_VIEW_MS = 5 * MINUTE;

/** A view within a range: moved and, where it is longer, shortened to fit. */
export function fitView(view: Span, range: Span): Span {
  const whole = range.to - range.from;
  const length = Math.min(whole, Math.max(view.to - view.from, Math.min(MIN_VIEW_MS, whole)));
  const from = Math.round(Math.max(range.from, Math.min(range.to - length, view.from)));
  return { from, to: Math.round(from + length) };
}

/** A view `factor` times as long, around an instant that keeps its place. */
export function zoomView(view: Span, range: Span, factor: number, around: number): Span {
  const length = view.to - view.from;
  const share = (around - view.from) / length;
  const wanted = Math.max(length * factor, MIN_VIEW_MS);
  return fitView({ from: around - share * wanted, to: around + (1 - share) * wanted }, range);
}

/** A view of a part of a range, with as much before and after it, so that its ends are visible. */
export function viewAround({ from, to }: Span, range: Span): Span {
  const length = to - from;
  return fitView({ from: from - length, to: to + length }, range);
}

/** A view moved by a share of its length. */
export function panView(view: Span, range: Span, share: number): Span {
  const by = (view.to - view.from) * share;
  return fitView({ from: view.from + by, to: view.to + by }, range);
}

/** The same view if an instant is in it, else one around the instant. */
export const viewWith = (instant: number, view: Span, range: Span): Span =>
  instant >= view.from && instant < view.to
    ? view
    : panView(view, range, (instant - (view.from + view.to) / 2) / (view.to - view.from));

export const isWhole = (view: Span, range: Span): boolean => view.from <= range.from && view.to >= range.to;

/** `from-to` in epoch milliseconds, as in the URL. Undefined when it is malformed. */
export function parseView(text: string): Span | undefined {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  const view = { from: Number(from), to: Number(to) };
  return view.to > view.from ? view : undefined;
}

export const viewText = ({ from, to }: Span): string => `${from}-${to}`;
