'use client';

import { useInViewport } from '@mantine/hooks';
import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { aboutMoney } from '@/lib/farm/amounts';
import { MONTH_HISTORY, type MonthForecast, monthForecast } from '@/lib/farm/forecast/month-forecast';
import { type AskedCosts, askedCosts, type CostChoice } from '@/lib/farm/plan/asked-costs';
import type { Queue } from '@/lib/farm/session-statistics';
import { formatMonth } from '@/lib/time/format';
import { resolveRange } from '@/lib/time/range';
import { SideCostsState } from '../costs/side-costs-state';
import { useSideCosts } from '../costs/use-side-costs';
import { ForecastView } from './forecast-view';

/** Height of the figures and the picture, pixels. */
const HEIGHT = 340;

type ForecastPanelProps = {
  farmId: string;
  queues: Answer<Queue[]> | undefined;
  choice: Pick<CostChoice, 'queueIds' | 'fleetIds'>;
};

/** What the chosen queues or fleets will have cost at the end of this month. It doesn't depend on the page's range. */
export function ForecastPanel({ farmId, queues, choice }: ForecastPanelProps) {
  const { now, zone } = useRange();
  const { queueIds, fleetIds } = choice;
  const asked = useMemo(() => {
    const span = resolveRange(MONTH_HISTORY, now, zone);
    const daily = { groupBy: ['USAGE_TYPE' as const], period: 'DAILY' as const };
    return (
      span &&
      askedCosts(
        { farmId, queues },
        span,
        zone,
        { ...daily, ...(queueIds && { queueIds }), ...(fleetIds && { fleetIds }) },
        ['SUM'],
      )
    );
  }, [farmId, queues, queueIds, fleetIds, now, zone]);
  return asked ? <Forecast asked={asked} /> : null;
}

function Forecast({ asked }: { asked: AskedCosts }) {
  const { query } = asked;
  const { ref, inViewport } = useInViewport();
  const side = useSideCosts(query, inViewport);
  const { costs, isFetching, retry } = side;
  const forecast = useMemo(
    (): MonthForecast | undefined => costs && monthForecast(costs.rows, query, query.zone),
    [costs, query],
  );
  const month = formatMonth(query.to, query.zone);
  return (
    <Panel
      title="Forecast"
      id="forecast"
      figure={figureOf(forecast, month)}
      asOf={costs?.asOf}
      fetching={isFetching && costs !== undefined}
      onRetry={retry}
    >
      <div ref={ref}>
        <Warnings warnings={[...asked.notes, ...(costs?.notes ?? [])]} />
        <SideCostsState {...{ query, side }} height={HEIGHT} label="Forecast: waiting for AWS" />
        {forecast && <ForecastView {...{ asked, forecast, month }} />}
      </div>
    </Panel>
  );
}

function figureOf(forecast: MonthForecast | undefined, month: string): string | undefined {
  if (!forecast) return undefined;
  return typeof forecast.forecast === 'string'
    ? `none for ${month}`
    : `about ${aboutMoney(forecast.forecast.costUsd)} in ${month}`;
}
