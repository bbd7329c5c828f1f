import type { ChartCursor } from '@/lib/farm/plot/chart-cursor';
import type { ChartActions } from './chart-actions';

/** What Enter, or the end of a drag, does at a cursor; undefined where it does nothing or the pointer only reads. */
export function hintOf(
  { category, anchor, isKeyed }: ChartCursor & { isKeyed: boolean },
  { isolate, zoom }: ChartActions,
): string | undefined {
  if (!isKeyed) return anchor !== undefined && zoom ? 'Release to zoom.' : undefined;
  if (category === undefined)
    return zoom && `Enter zooms to ${anchor === undefined ? 'this bar' : 'these bars'}.`;
  const isolation = isolate(category);
  return isolation && (isolation.isOnly ? 'Enter shows all groups again.' : 'Enter shows only this group.');
}
