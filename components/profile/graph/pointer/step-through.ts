import type { StepToMatch } from './use-current-frame';

/**
 * Steps through the matches of two graphs as through one list, those of the first graph first. Only one graph is at a
 * match at a time.
 */
export function stepThrough(graphs: readonly [StepToMatch, StepToMatch]): StepToMatch {
  let at: { graph: 0 | 1; position: number; count: number } | undefined;

  const stepIn = (graph: 0 | 1, step: 'next' | 'previous') => {
    const otherMatches = graphs[graph === 0 ? 1 : 0]('leave')?.count ?? 0;
    const match = graphs[graph](step);
    if (!match) return undefined;
    at = { graph, ...match };
    return { position: match.position + (graph === 0 ? 0 : otherMatches), count: match.count + otherMatches };
  };

  return (step) => {
    if (step === 'leave') {
      at = undefined;
      for (const graph of graphs) graph('leave');
      return undefined;
    }
    const last = at ?? { graph: step === 'next' ? 1 : 0, position: 1, count: 1 };
    const isAtEnd = last.position === (step === 'next' ? last.count : 1);
    const other = last.graph === 0 ? 1 : 0;
    return isAtEnd
      ? (stepIn(other, step) ?? stepIn(last.graph, step))
      : (stepIn(last.graph, step) ?? stepIn(other, step));
  };
}
