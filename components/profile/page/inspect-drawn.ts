import type { InspectedFunction } from '@/lib/profile/view/view';
import { formatShare } from '../frame-text/format-samples';
import { frameDescription } from '../frame-text/frame-facts';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import type { Picture } from '../graph/picture';

type InspectedTree = { picture: Picture; fillOf(node: number): string; caption: string };

type InspectDrawnOptions = Pick<DrawnGraphs, 'legend' | 'legendBase' | 'graphPx'> & {
  inspection: Pick<InspectedFunction, 'name' | 'self' | 'total'>;
  /** Samples that are 100 %. */
  whole: number;
  /** Undefined when nothing called the function. */
  callers: InspectedTree | undefined;
  callees: InspectedTree;
};

/** The graphs of an inspected function, for saving them as a picture. */
export function inspectDrawn(options: InspectDrawnOptions): DrawnGraphs {
  const { inspection, whole, callers, callees, ...drawn } = options;
  const { name, self, total } = inspection;
  const graphOf = ({ picture, ...graph }: InspectedTree) => ({
    ...graph,
    picture,
    tooltipLines: (node: number) => frameDescription(picture, node),
  });
  return {
    ...drawn,
    lines: [
      `${name.slice(0, 200)}: ${formatShare(total / whole)} of all samples, ${formatShare(self / whole)} in the function itself`,
    ],
    graphs: [
      ...(callers ? [{ ...graphOf(callers), rootOnTop: false, withoutRoot: true }] : []),
      { ...graphOf(callees), rootOnTop: true },
    ],
  };
}
