import { stackOrder } from '@/components/farm/chart/bars';
import chart from '@/components/farm/chart/chart.module.css';
import { percentAt } from '@/components/range/plot/plot-axis';
import type { Series } from '@/lib/farm/series';
import type { Span } from '@/lib/time/range';
import overview from './overview.module.css';

export const COST_BARS_HEIGHT = 120;
/** Above the highest bar is room for a mark, pixels. */
const TOP = 8;
const MARK = 'M-4 -8h8l-4 6z';
/** The lanes cut their pictures, but a mark is around its point. */
const VISIBLE = { overflow: 'visible' };
/** Share of a bar's width on either side that stays empty. */
const GAP = 0.04;

type CostStacksProps = {
  series: Pick<Series, 'categories' | 'buckets'>;
  /** Of the axis. */
  span: Span;
  /** The lowest and the highest end of the stacks, zero among them. */
  ends: { low: number; high: number };
  /** Numbers of bars. */
  marked: readonly number[];
};

/** Stacked bars on the overview's axis: the rest at the bottom, negative costs below zero. Triangles are above marked ones. */
export function CostStacks({
  span,
  series: { categories, buckets },
  ends: { low, high },
  marked,
}: CostStacksProps) {
  const foot = COST_BARS_HEIGHT - 1;
  const yOf = (amount: number) => TOP + ((high - amount) / (high - low || 1)) * (foot - TOP);
  const order = stackOrder(categories);
  return (
    <svg height={COST_BARS_HEIGHT} aria-hidden="true">
      <rect className={overview.ground} y={high > low ? yOf(0) : foot} width="100%" height={1} />
      {buckets.map((bucket, at) => {
        const [from, to] = [Math.max(bucket.from, span.from), Math.min(bucket.to, span.to)];
        if (to <= from) return null;
        const gap = (to - from) * GAP;
        const level = { above: 0, below: 0 };
        const boxes = order.map((index) => {
          const { id, colour, amounts } = categories[index] ?? {};
          const amount = amounts?.[at] ?? 0;
          if (amount === 0) return null;
          const side = amount > 0 ? 'above' : 'below';
          const base = level[side];
          level[side] += amount;
          const top = yOf(Math.max(base, level[side]));
          return (
            <rect
              key={id}
              x={percentAt(from + gap, span)}
              width={percentAt(span.from + (to - from) - 2 * gap, span)}
              y={top}
              height={yOf(Math.min(base, level[side])) - top}
              style={{ fill: colour }}
            />
          );
        });
        return (
          <g key={bucket.from}>
            {boxes}
            {marked.includes(at) && (
              <svg
                aria-hidden="true"
                x={percentAt((from + to) / 2, span)}
                y={yOf(level.above)}
                style={VISIBLE}
              >
                <path className={chart.mark} data-marks d={MARK} />
              </svg>
            )}
          </g>
        );
      })}
    </svg>
  );
}
