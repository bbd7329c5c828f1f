'use client';

import { SegmentedControl } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { LazySelect } from '@/components/panel/lazy-select';
import { MAX_CATEGORIES } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { isAdditive } from '@/lib/farm/statistics';
import classes from './chart-options.module.css';
import { CHART_KINDS, type ChartKind, chartParams } from './chart-params';

const TOPS = Array.from({ length: MAX_CATEGORIES }, (_, n) => n + 1).map((top) => ({
  value: String(top),
  label: `Top ${top}`,
}));

/** How many groups the charts tell apart, and whether each has a chart of its own. In the URL. */
export function ChartOptions({ statistic }: { statistic: Statistic }) {
  const [{ top, charts }, change] = useQueryStates(chartParams, { history: 'push' });
  const kinds: Record<ChartKind, string> = {
    stacked: isAdditive(statistic) ? 'Stacked' : 'Together',
    separate: 'Separate',
  };
  return (
    <div className={classes.options}>
      <LazySelect
        size="xs"
        w={84}
        aria-label="Groups in the charts"
        title="The most expensive groups; the others are combined"
        allowDeselect={false}
        data={TOPS}
        value={String(top)}
        onChange={(value) => void change({ top: value === null ? null : Number(value) })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Groups in one chart or in separate ones"
        data={CHART_KINDS.map((value) => ({ value, label: kinds[value] }))}
        value={charts}
        onChange={(kind) => void change({ charts: kind })}
      />
    </div>
  );
}
