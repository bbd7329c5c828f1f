'use client';

import { Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { PERIOD_UNITS } from '@/lib/farm/labels';
import { noOutliersText, outlierRuleText } from '@/lib/farm/outliers/outlier-text';
import { MAIN_COSTS_TEXT, WaitingPanel } from '../costs/waiting-panel';
import { OutliersItems } from '../export/outliers-items';
import { OutlierItem } from './outlier-item';
import classes from './outliers.module.css';
import type { FoundOutliers } from './use-outliers';

const HEIGHT = 72;
const MAX_SHOWN = 8;

type OutliersPanelProps = { found: FoundOutliers | undefined };

/** The buckets of the page's costs that cost far more than similar ones, and why. None from a part of the rows. */
export function OutliersPanel({ found }: OutliersPanelProps) {
  const shown = found?.shown;
  const unit = shown ? PERIOD_UNITS[shown.table.period] : '';
  return (
    <Panel
      title="Outliers"
      id="outliers"
      figure={
        found && !found.isTooShort && !shown?.costs.isCut ? counted(found.outliers.length, unit) : undefined
      }
      asOf={shown?.costs.asOf}
      menu={found && <OutliersItems found={found} />}
    >
      {found ? (
        <OutlierList {...{ found, unit }} />
      ) : (
        <WaitingPanel height={HEIGHT} label="Outliers: waiting for AWS">
          {MAIN_COSTS_TEXT}
        </WaitingPanel>
      )}
    </Panel>
  );
}

type OutlierListProps = { found: FoundOutliers; unit: string };

function OutlierList({ found, unit }: OutlierListProps) {
  const zone = useZone();
  const { table, costs } = found.shown;
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
            outlier={outlier}
            reasonOf={found.reasonOf}
            period={table.period}
            segments={segments}
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
