'use client';

import type { RefObject } from 'react';
import { CsvItem } from '@/components/download/csv-item';
import { useZone } from '@/components/range/use-range';
import { coversText } from '@/lib/farm/covers-text';
import type { Names } from '@/lib/farm/names';
import type { Series } from '@/lib/farm/series';
import type { ShownCosts } from '../costs/costs-on-screen';
import { CallsItems } from './calls-items';
import { ChartPictureItems } from './chart-picture-items';
import { seriesPictureText } from './series-picture-text';
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
  const zone = useZone();
  const fileName = useFileName(shown.asked, shown.costs, shown.table.keys);
  const { statistic } = series;
  const name = fileName(statistic === 'SUM' ? what : `${what} ${statistic.toLowerCase()}`);
  const text = [...lines, coversText(shown.asked, shown.costs, names)];
  return (
    <>
      <CsvItem
        label="Amounts of the chart"
        records={async () => (await import('@/lib/farm/export/chart-csv')).chartCsv(what, series)}
        fileName={`${name}.csv`}
      />
      <ChartPictureItems
        farmId={shown.asked.query.farmId}
        {...{ title, ...seriesPictureText(series, text, zone) }}
        fileName={name}
        withChart={(draw) => (chartRef.current ? draw(chartRef.current) : undefined)}
      />
      <CallsItems asked={shown.asked} isCut={shown.costs.isCut} fileName={name} />
    </>
  );
}
