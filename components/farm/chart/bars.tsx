import { useId } from 'react';
import { cutBuckets } from '@/lib/farm/plot/cut-buckets';
import { boxesPath, stackedBars, stackOf } from '@/lib/farm/plot/stacked-bars';
import { OTHERS_ID, type Series } from '@/lib/farm/series';
import { HatchPattern } from './hatch-pattern';
import type { Plot } from './plot';

type BarsProps = { series: Series } & Pick<Plot, 'scale' | 'amounts'>;

/** Stacked sums, the rest at the bottom. Bars of which the range has only a part are hatched. */
export function Bars({ series, scale, amounts }: BarsProps) {
  const hatch = useId();
  const { categories, buckets } = series;
  const order = stackOrder(categories);
  const layers = stackedBars(
    buckets,
    order.map((at) => amounts[at] ?? []),
    scale,
  );
  const cut = cutBuckets(series).map((bucket) => stackOf(layers, bucket));
  return (
    <g shapeRendering="crispEdges">
      {order.map((at, layer) => {
        const category = categories[at];
        return (
          category && (
            <path
              key={category.id}
              data-category={category.id}
              d={boxesPath(layers[layer] ?? [])}
              style={{ fill: category.colour }}
            />
          )
        );
      })}
      <HatchPattern id={hatch} on="bars" />
      <path d={boxesPath(cut)} fill={`url(#${hatch})`} />
    </g>
  );
}

/** Categories from the bottom of a stack to its top: the rest, then the most expensive first. */
export const stackOrder = (categories: Series['categories']): number[] => {
  const indexes = [...categories.keys()];
  const isRest = (at: number) => categories[at]?.id === OTHERS_ID;
  return [...indexes.filter(isRest), ...indexes.filter((at) => !isRest(at))];
};
