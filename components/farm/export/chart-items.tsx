'use client';

import { useComputedColorScheme } from '@mantine/core';
import type { RefObject } from 'react';
import { CsvItem } from '@/components/download/csv-item';
import { PictureItems } from '@/components/download/picture-items';
import { useZone } from '@/components/range/use-range';
import { coversText } from '@/lib/farm/covers-text';
import type { Names } from '@/lib/farm/names';
import type { Series } from '@/lib/farm/series';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { ShownCosts } from '../costs/costs-on-screen';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

type ChartItemsProps = {
  /** Of the panel. */
  title: string;
  /** What the chart shows, and its figure, in words. */
  lines: readonly string[];
  /** What the amounts are. */
  what: 'cost' | 'compute' | 'runtime';
  shown: ShownCosts;
  series: Series;
  names: Names;
  chartRef: RefObject<HTMLElement | null>;
};

/** Menu items that save a chart: its amounts, and its picture as it is on the screen. */
export function ChartItems({ title, lines, what, shown, series, names, chartRef }: ChartItemsProps) {
  const scheme = useComputedColorScheme('light');
  const zone = useZone();
  const fileName = useFileName(shown.asked, shown.costs, shown.table.keys);
  const { data: farm } = useQuery(farmOptions(shown.asked.query.farmId));
  const { statistic } = series;
  const name = fileName(statistic === 'SUM' ? what : `${what} ${statistic.toLowerCase()}`);
  const text = {
    title: `${farm?.data.displayName ?? shown.asked.query.farmId} · ${title}`,
    lines: [...lines, coversText(shown.asked, shown.costs, names)],
  };
  return (
    <>
      <CsvItem
        label="Amounts of the chart"
        records={async () => (await import('@/lib/farm/export/chart-csv')).chartCsv(what, series)}
        fileName={`${name}.csv`}
      />
      <PictureItems
        label="Picture of the chart"
        missing="The chart isn’t drawn yet."
        draw={async () => {
          const { chartPicture } = await import('./chart-picture');
          return chartRef.current
            ? chartPicture(chartRef.current, series, { text, zone, scheme })
            : undefined;
        }}
        fileName={(extension) => `${name}.${extension}`}
      />
      <CallsItems asked={shown.asked} isCut={shown.costs.isCut} fileName={name} />
    </>
  );
}
