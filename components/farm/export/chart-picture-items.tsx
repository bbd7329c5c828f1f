'use client';

import { useComputedColorScheme } from '@mantine/core';
import { PictureItems } from '@/components/download/picture-items';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { PictureOptions } from './chart-picture';

type ChartPictureItemsProps = Partial<Pick<PictureOptions, 'names' | 'legend'>> & {
  farmId: string;
  /** Where a page has it already. */
  farmName?: string;
  /** Of the picture, without the farm. */
  title: string;
  lines: readonly string[];
  /** Without its extension. */
  fileName: string;
  /** Calls back with the element that the chart is drawn in, if it is drawn. */
  withChart(draw: (chart: Element) => string | undefined): Promise<string | undefined> | string | undefined;
};

/** Menu items that save a chart of a farm, or several in one picture. */
export function ChartPictureItems(props: ChartPictureItemsProps) {
  const { farmId, farmName, title, lines, names = [], legend = [], fileName, withChart } = props;
  const scheme = useComputedColorScheme('light');
  const { data: farm } = useQuery(farmOptions(farmId));
  const text = { title: `${farmName ?? farm?.data.displayName ?? farmId} · ${title}`, lines };
  return (
    <PictureItems
      label="Picture of the chart"
      missing="The chart isn’t drawn yet."
      draw={async () => {
        const { chartPicture } = await import('./chart-picture');
        return withChart((chart) => chartPicture(chart, { text, names, legend, scheme }));
      }}
      fileName={(extension) => `${fileName}.${extension}`}
    />
  );
}
