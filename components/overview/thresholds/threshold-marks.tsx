'use client';

import { Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconCoinFilled } from '@tabler/icons-react';
import { percentAt } from '@/components/range/plot/plot-axis';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { capitalized } from '@/lib/answer/capitalized';
import type { ThresholdCrossing } from '@/lib/farm/budgets/threshold-crossings';
import { placedMarks } from '@/lib/overview/placed-marks';
import { AxisMark } from '../axis-mark';
import classes from './thresholds.module.css';
import type { Crossings } from './use-threshold-crossings';

type ThresholdMarksProps = { found: Crossings; farmId: string };

const markText = (crossings: readonly ThresholdCrossing[]) =>
  crossings.map(({ name, when }) => `${name}: ${when}`).join('; ');

/** Where budgets crossed thresholds on the axis of a farm's cost, and as a list for screen readers; or that none did. */
export function ThresholdMarks({ found: { crossings, isFetching, hasAll }, farmId }: ThresholdMarksProps) {
  const { span } = useRange();
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={classes.marks}>
      {crossings.map(({ id, from, to }) => (
        <div
          key={id}
          className={classes.span}
          style={{ left: percentAt(from, span), right: `calc(100% - ${percentAt(to, span)})` }}
        />
      ))}
      {width > 0 &&
        placedMarks(crossings, span, width).map(({ x, items }) => (
          <AxisMark
            key={items[0]?.id}
            x={x}
            side={x > width / 2 ? 'left' : 'right'}
            icon={<IconCoinFilled size={14} aria-hidden />}
            count={items.length}
            text={markText(items)}
          >
            {() =>
              items.map(({ id, budgetId, name, when, details }) => (
                <li key={id}>
                  <Text size="sm" fw={600}>
                    {name}
                  </Text>
                  <Text size="xs">{capitalized(when)}</Text>
                  <Text size="xs" c="dimmed">
                    {details}
                  </Text>
                  <RangeLink href={`/farms/${farmId}?burn=${budgetId}`} fz="xs">
                    Burn-down of this budget
                  </RangeLink>
                </li>
              ))
            }
          </AxisMark>
        ))}
      {crossings.length === 0 && isFetching && (
        <Text size="xs" c="dimmed" role="status">
          Loading when budgets crossed thresholds …
        </Text>
      )}
      {crossings.length === 0 && hasAll && (
        <Text size="xs" c="dimmed">
          <IconCoinFilled className={classes.icon} size={12} aria-hidden /> No active budget crossed a
          threshold in this range.
        </Text>
      )}
      {crossings.length > 0 && (
        <VisuallyHidden>
          <ul aria-label="Budget thresholds crossed in this range">
            {crossings.map((crossing) => (
              <li key={crossing.id}>{markText([crossing])}</li>
            ))}
          </ul>
        </VisuallyHidden>
      )}
    </div>
  );
}
