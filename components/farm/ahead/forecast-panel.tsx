'use client';

import { useInViewport } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import { aboutMoney } from '@/lib/farm/amounts';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import { fittingGroup } from '@/lib/farm/filters/needed-keys';
import type { Place } from '@/lib/farm/filters/place';
import { MONTH_HISTORY, type MonthForecast, monthForecast } from '@/lib/farm/forecast/month-forecast';
import type { Names } from '@/lib/farm/names';
import { type AskedCosts, askedCosts } from '@/lib/farm/plan/asked-costs';
import { type UnknownChoice, unknownChoice, unknownChoiceText } from '@/lib/farm/plan/unknown-choice';
import type { Fleet, Queue } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { resolveRange } from '@/lib/time/range';
import { EarlierResult } from '../costs/earlier-result';
import { fewerResources } from '../costs/narrower-request';
import { SideCostsState } from '../costs/side-costs-state';
import { useLastSideCosts } from '../costs/use-last-side-costs';
import { ForecastItems } from '../export/forecast-items';
import { useUsers } from '../use-users';
import { ForecastView } from './forecast-view';

/** Height of the figures and the picture, pixels. */
const HEIGHT = 508;

type ForecastPanelProps = {
  farmId: string;
  queues: Answer<Queue[]> | undefined;
  fleets: Answer<Fleet[]> | undefined;
  choice: Place;
  names: Names;
  /** Changes the choice of queues or fleets. */
  onChange(change: { queueIds?: readonly string[]; fleetIds?: readonly string[] }): void;
};

/** What the chosen queues or fleets will have cost at the end of this month. It doesn't depend on the page's range. */
export function ForecastPanel({ farmId, queues, fleets, choice, names, onChange }: ForecastPanelProps) {
  const { now, zone } = useRange();
  const users = useUsers();
  const asked = useMemo(() => {
    const span = resolveRange(MONTH_HISTORY, now, zone);
    const { queueIds, fleetIds, filters } = choice;
    const daily = { groupBy: fittingGroup(['USAGE_TYPE'], filters), period: 'DAILY' as const };
    return (
      span &&
      askedCosts({ farmId, queues, users }, span, zone, { ...daily, queueIds, fleetIds, filters }, ['SUM'])
    );
  }, [farmId, queues, users, choice, now, zone]);
  if (!asked) return null;
  return (
    <Forecast
      {...{ names, asked, onChange }}
      unknown={unknownChoice(asked.query.resources, { queues, fleets })}
    />
  );
}

type ForecastProps = { asked: AskedCosts; unknown: UnknownChoice | undefined } & Pick<
  ForecastPanelProps,
  'names' | 'onChange'
>;

function Forecast({ asked, unknown, names, onChange }: ForecastProps) {
  const { ref, inViewport } = useInViewport();
  const chartRef = useRef<HTMLDivElement>(null);
  const side = useLastSideCosts(asked, inViewport);
  const { shown, isOutdated, isFetching, error, retry } = side;
  const forecast = useMemo(() => shown && forecastOf(shown.asked, shown.costs), [shown]);
  const request = shown?.asked ?? asked;
  return (
    <Panel
      title="Forecast"
      id="forecast"
      figure={figureOf(forecast)}
      asOf={shown?.costs.asOf}
      fetching={isFetching && shown !== undefined}
      onRetry={retry}
      menu={
        <ForecastItems
          asked={request}
          isCut={shown?.costs.isCut ?? false}
          forecast={forecast === NOTHING ? undefined : forecast}
          {...{ names, chartRef }}
        />
      }
    >
      <div ref={ref}>
        <Warnings warnings={[...request.notes, ...(shown?.costs.notes ?? [])]} />
        {unknown && isNotFound(error) ? (
          <EmptyNotice why={unknownChoiceText(unknown)} />
        ) : (
          <SideCostsState
            {...{ asked, side }}
            height={HEIGHT}
            label="Forecast: waiting for AWS"
            narrower={fewerResources(asked.query.resources, onChange)}
          />
        )}
        <EarlierResult {...{ isOutdated, isFetching }}>
          {shown?.costs.isCut && (
            <EmptyNotice
              why={`There are too many rows to forecast from. Choose fewer ${request.query.resources.kind}s.`}
            />
          )}
          {forecast === NOTHING && <EmptyNotice why={NOTHING} />}
          {shown && forecast && forecast !== NOTHING && (
            <ForecastView asked={shown.asked} {...{ forecast, names, chartRef }} />
          )}
        </EarlierResult>
      </div>
    </Panel>
  );
}

const NOTHING = 'No sessions of this choice in the last eight weeks, so there is nothing to forecast.';

/** None from a part of the rows, nor from no rows at all. */
function forecastOf(asked: AskedCosts, costs: Costs): MonthForecast | typeof NOTHING | undefined {
  if (costs.isCut) return undefined;
  const { rows } = filteredCosts(asked, costs);
  return rows.length === 0 ? NOTHING : monthForecast(rows, asked.query, asked.query.zone);
}

function figureOf(month: ReturnType<typeof forecastOf>): string | undefined {
  if (!month || month === NOTHING) return undefined;
  const { soFar, forecast } = month;
  return typeof forecast === 'string'
    ? `none for ${soFar.name}`
    : `about ${aboutMoney(forecast.costUsd)} in ${soFar.name}`;
}
