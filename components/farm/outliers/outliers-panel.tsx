'use client';

import { Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { PERIOD_UNITS } from '@/lib/farm/labels';
import type { Names } from '@/lib/farm/names';
import { noOutliersText, outlierRuleText } from '@/lib/farm/outliers/outlier-text';
import { type Outliers, outliersOf } from '@/lib/farm/outliers/outliers';
import { groupRows } from '@/lib/farm/rows/group-rows';
import { groupLabels } from '@/lib/farm/totals/group-labels';
import type { ShownCosts } from '../costs/costs-on-screen';
import { OutlierItem } from './outlier-item';
import classes from './outliers.module.css';

const HEIGHT = 72;
const MAX_SHOWN = 8;

type OutliersPanelProps = { shown: ShownCosts | undefined; names: Names };

/** The buckets of the page's costs that cost far more than similar ones, and why. None from a part of the rows. */
export function OutliersPanel({ shown: current, names }: OutliersPanelProps) {
  const { ref, inViewport } = useInViewport();
  const [wasInView, setWasInView] = useState(false);
  if (inViewport && !wasInView) setWasInView(true);
  const shown = useDeferredValue(wasInView ? current : undefined);
  const found = useMemo(() => {
    if (!shown) return undefined;
    const { span, period } = shown.table;
    // Buckets to come cost nothing yet.
    const to = Math.min(span.to, shown.costs.coverage.to);
    return outliersOf(shown.costs.rows, { from: span.from, to }, period);
  }, [shown]);
  const unit = shown ? PERIOD_UNITS[shown.table.period] : '';
  return (
    <Panel
      title="Outliers"
      id="outliers"
      figure={
        found && !found.isTooShort && !shown?.costs.isCut ? counted(found.outliers.length, unit) : undefined
      }
      asOf={shown?.costs.asOf}
    >
      <div ref={ref}>
        {shown && found ? (
          <OutlierList {...{ shown, found, names, unit }} />
        ) : (
          <PanelSkeleton height={HEIGHT} label="Outliers: waiting for AWS" />
        )}
      </div>
    </Panel>
  );
}

type OutlierListProps = { shown: ShownCosts; found: Outliers; names: Names; unit: string };

function OutlierList({ shown, found, names, unit }: OutlierListProps) {
  const zone = useZone();
  const { table, costs } = shown;
  const groups = useMemo(() => groupRows(costs.rows, table.keys), [costs, table]);
  const labelOf = useMemo(
    () => groupLabels(groups, table.keys, names, costs.rows.jobNames),
    [groups, table, names, costs],
  );
  const { segments } = table.rows.buckets;
  const { outliers } = found;
  const whyNone = noOutliersText(found, costs.isCut, table.period);
  if (whyNone) return <EmptyNotice height={HEIGHT} why={whyNone} />;
  return (
    <>
      <ul className={classes.list}>
        {outliers.slice(0, MAX_SHOWN).map((outlier) => (
          <OutlierItem
            key={outlier.at}
            {...{ outlier, groups }}
            rows={costs.rows}
            period={table.period}
            nameOf={(group) => labelOf(group).name}
          />
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt="xs">
        {outliers.length > MAX_SHOWN &&
          `${counted(outliers.length - MAX_SHOWN, `more ${unit}`)} with smaller differences. `}
        {outlierRuleText(table.period)} Times: {bucketZoneLabel(zone, segments)}.
      </Text>
    </>
  );
}
