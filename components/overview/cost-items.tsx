'use client';

import { CsvItem } from '@/components/download/csv-item';
import type { BarMarks } from '@/components/farm/chart/bar-marks';
import type { ShownCosts } from '@/components/farm/costs/costs-on-screen';
import { CallsItems } from '@/components/farm/export/calls-items';
import { ChartPictureItems } from '@/components/farm/export/chart-picture-items';
import { seriesPictureText } from '@/components/farm/export/series-picture-text';
import { useFileName } from '@/components/farm/export/use-file-name';
import { useZone } from '@/components/range/use-range';
import { coversText } from '@/lib/farm/covers-text';
import { captionText, figureText } from '@/lib/farm/figure-text';
import type { Names } from '@/lib/farm/names';
import type { Series } from '@/lib/farm/series';

type CostItemsProps = {
  farmName: string;
  shown: ShownCosts;
  series: Series;
  marks: BarMarks | undefined;
  names: Names;
};

/** Menu items that save the amounts of the bars and a picture of them, and copy the calls to AWS. */
export function CostItems({ farmName, shown, series, marks, names }: CostItemsProps) {
  const { asked, costs, table } = shown;
  const zone = useZone();
  const name = useFileName(asked, costs, table.keys, farmName)('cost');
  const lines = [
    captionText('Cost', series, table.keys),
    figureText(series, costs),
    ...(marks ? [marks.note] : []),
    coversText(asked, costs, names),
  ];
  return (
    <>
      <CsvItem
        label="Amounts of the chart"
        records={async () => (await import('@/lib/farm/export/chart-csv')).chartCsv('cost', series)}
        fileName={`${name}.csv`}
      />
      <ChartPictureItems
        farmId={asked.query.farmId}
        farmName={farmName}
        title="Cost"
        {...seriesPictureText(series, lines, zone)}
        fileName={name}
        withChart={async (draw) => {
          const { withDrawnSeries } = await import('@/components/farm/export/with-drawn-series');
          return withDrawnSeries(series, marks?.bars ?? [], draw);
        }}
      />
      <CallsItems asked={asked} isCut={costs.isCut} fileName={name} />
    </>
  );
}
