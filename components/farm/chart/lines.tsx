import { useId } from 'react';
import { cutBuckets } from '@/lib/farm/plot/cut-buckets';
import { linePaths } from '@/lib/farm/plot/line-paths';
import { barExtent, boxesPath } from '@/lib/farm/plot/stacked-bars';
import type { Series } from '@/lib/farm/series';
import { HatchPattern } from './hatch-pattern';
import type { Plot } from './plot';

type LinesProps = { series: Series } & Pick<Plot, 'scale' | 'amounts'>;

/** Amounts that can't be stacked. Buckets of which the range has only a part are hatched. */
export function Lines({ series, scale, amounts }: LinesProps) {
  const hatch = useId();
  const { buckets, categories } = series;
  const { top, bottom } = scale;
  const cut = cutBuckets(series).map((bucket) => {
    const span = buckets[bucket];
    return span && { ...barExtent(span, scale), y: top, height: bottom - top };
  });
  return (
    <>
      <HatchPattern id={hatch} on="panel" />
      <path d={boxesPath(cut)} fill={`url(#${hatch})`} />
      {categories.map(({ id, colour }, at) => {
        const { line, dots } = linePaths(buckets, amounts[at] ?? [], scale);
        return (
          <g key={id}>
            <path d={line} style={{ stroke: colour, strokeWidth: 1.5, fill: 'none' }} />
            <path data-category={id} d={dots} style={{ fill: colour }} />
          </g>
        );
      })}
    </>
  );
}
