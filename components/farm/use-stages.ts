import { useDeferredValue, useMemo } from 'react';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import type { ShownCosts } from './costs/costs-on-screen';
import { useLater } from './use-later';

/** Costs and what they are compared with: always of one another. */
export type ComparedCosts = {
  shown: ShownCosts | undefined;
  /** Undefined without a comparison. */
  earlier: EarlierCosts | undefined;
};

type Stages = {
  inCharts: ComparedCosts;
  inSecondChart: ComparedCosts;
  below: ComparedCosts;
  /** What is far down the page, and isn't compared. */
  last: ComparedCosts['shown'];
};

/**
 * What the first chart shows, then the second one, the tables below them, and at last what is far down, each one render later: all at
 * once would block the page. The comparison goes through the stages together with its costs, since rows of one grouping can't be
 * compared with those of another.
 */
export function useStages(shown: ComparedCosts['shown'], earlier: ComparedCosts['earlier']): Stages {
  const both = useMemo(() => ({ shown, earlier }), [shown, earlier]);
  const inCharts = useDeferredValue(both);
  const inSecondChart = useLater(inCharts);
  const below = useLater(inSecondChart);
  return { inCharts, inSecondChart, below, last: useLater(below.shown) };
}
