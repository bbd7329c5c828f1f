import { GRAPH_PX } from '../graph/graph-size';
import { NoFocusSamples } from '../page/no-focus-samples';
import { CompareGraph, type CompareGraphProps } from './compare-graph';
import { NoComparison } from './no-comparison';

type ComparedGraphProps = CompareGraphProps & {
  /** The compared thread states. */
  states: readonly string[];
};

/** The graph of a comparison, or why it has none. */
export function ComparedGraph({ states, ...graph }: ComparedGraphProps) {
  const { picture, onChange } = graph;
  if ((picture.samples.total[picture.focus] ?? 0) > 0) return <CompareGraph {...graph} />;
  if (picture.whole > 0) return <NoFocusSamples {...{ states, onChange }} height={GRAPH_PX} />;
  return <NoComparison isEmpty={false} onChange={onChange} />;
}
