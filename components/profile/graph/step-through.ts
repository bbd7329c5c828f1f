import type { StepToMatch } from './use-current-frame';

/**
 * Steps through what a search found in two graphs as through one list: what the second has comes after what the first has,
 * and only one of them is at a match.
 */
export function stepThrough(graphs: readonly [StepToMatch, StepToMatch]): StepToMatch {
  let at: { graph: 0 | 1; place: number; of: number } | undefined;

  const stepIn = (graph: 0 | 1, step: 'next' | 'previous') => {
    const others = graphs[graph === 0 ? 1 : 0]('leave')?.of ?? 0;
    const match = graphs[graph](step);
    if (!match) return undefined;
    at = { graph, ...match };
    return { place: match.place + (graph === 0 ? 0 : others), of: match.of + others };
  };

  return (step) => {
    if (step === 'leave') {
      at = undefined;
      for (const graph of graphs) graph('leave');
      return undefined;
    }
    const before = at ?? { graph: step === 'next' ? 1 : 0, place: 1, of: 1 };
    const isAtEnd = before.place === (step === 'next' ? before.of : 1);
    const other = before.graph === 0 ? 1 : 0;
    return isAtEnd
      ? (stepIn(other, step) ?? stepIn(before.graph, step))
      : (stepIn(before.graph, step) ?? stepIn(other, step));
  };
}
