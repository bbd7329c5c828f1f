import type { PresentTime } from '@/lib/answer/link-difference';
import type { LinkSummary } from '@/lib/answer/shared-link';
import { parseInstant } from '@/lib/time/instant';
import type { Span } from '@/lib/time/range';
import { lengthUpToNow } from '@/lib/time/up-to-now';

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * The comparison of the profile that a link keeps of a time with the present one; undefined unless the link is of a profile's range.
 */
export function comparedHref(
  { id, page: { path, search } }: Pick<LinkSummary, 'id' | 'page'>,
  time: PresentTime,
  kept: Span,
): string | undefined {
  const params = new URLSearchParams(search);
  const [from, to] = ['from', 'to'].map((name) => parseInstant(params.get(name) ?? ''));
  if (!path.startsWith('/profiles/') || params.has('latest')) return undefined;
  if (from === undefined || to === undefined) return undefined;
  const shown = time === 'now' ? lengthUpToNow({ from, to }) : { from: iso(from), to: iso(to) };
  for (const name of ['asof', 'focus', 'compare', 'baselineGroup']) params.delete(name);
  const change = {
    ...{ view: 'compare', ...shown, baseline: 'range', baselineKept: id },
    ...{ baselineFrom: iso(kept.from), baselineTo: iso(kept.to) },
  };
  for (const [name, value] of Object.entries(change)) params.set(name, value);
  return `${path}?${params}`;
}
