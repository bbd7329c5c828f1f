'use client';

import type { ReactNode } from 'react';
import { PlotArea } from '@/components/range/plot/plot-area';
import type { CostBars } from '@/lib/farm/all/cost-bars';
import { formatMoney } from '@/lib/farm/amounts';
import type { Span } from '@/lib/time/range';

type BarsPlotProps = { bars: CostBars; span: Span; children: ReactNode };

/** Surrounds the picture of the cost of a farm with the crosshair, and drags that choose the range. */
export function BarsPlot({ bars: { bars }, span, children }: BarsPlotProps) {
  const costAt = (at: number) => {
    const bar = bars.find(({ from, to }) => from <= at && at < to);
    return bar ? formatMoney(bar.costUsd) : 'no sessions';
  };
  return (
    <PlotArea span={span} valueAt={costAt} isSmall texts="value">
      {children}
    </PlotArea>
  );
}
