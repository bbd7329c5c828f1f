import type { ChartCursor } from '@/lib/farm/plot/chart-cursor';
import type { CategoryAction, ChartActions } from './chart-actions';

const HINTS: Record<CategoryAction['kind'], string> = {
  isolate: 'Enter shows only this group.',
  'show all': 'Enter shows all groups again.',
  'open totals': 'Enter goes to the totals of all groups.',
};

/** What Enter does at a cursor of the keys; undefined where it does nothing. */
export function hintOf(
  { category, anchor, isKeyed }: ChartCursor & { isKeyed: boolean },
  { actionOf, zoom }: ChartActions,
): string | undefined {
  if (!isKeyed) return undefined;
  if (category === undefined)
    return zoom && `Enter zooms to ${anchor === undefined ? 'this bar' : 'these bars'}.`;
  const action = actionOf(category);
  return action && HINTS[action.kind];
}

const VERBS: Record<CategoryAction['kind'], string> = {
  isolate: 'shows only the group',
  'show all': 'shows all groups again',
  'open totals': 'goes from the others to the totals of all groups',
};

/** What the keys do in a chart of some categories, for screen readers. Promises nothing that they don't do. */
export function keysText(categoryCount: number, { actionOf, zoom }: ChartActions): string {
  const kinds = Array.from({ length: categoryCount }, (_, at) => actionOf(at)?.kind);
  const verbs = (Object.keys(VERBS) as CategoryAction['kind'][])
    .filter((kind) => kinds.includes(kind))
    .map((kind) => VERBS[kind]);
  if (zoom) verbs.push('zooms to the bar');
  return [
    'Left and right go along the bars, up and down through their groups.',
    verbs.length > 0 && `Enter ${new Intl.ListFormat('en', { type: 'disjunction' }).format(verbs)}.`,
    zoom && 'Shift with left or right selects bars to zoom to.',
  ]
    .filter(Boolean)
    .join(' ');
}
