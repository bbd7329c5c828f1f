'use client';

import { Stack } from '@mantine/core';
import { notFound, useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { ForecastPanel } from '@/components/farm/ahead/forecast-panel';
import { BudgetsPanel } from '@/components/farm/budgets/budgets-panel';
import { usePeriodOfRange } from '@/components/farm/costs/use-period-of-range';
import { FarmCosts } from '@/components/farm/farm-costs';
import { FarmHeader } from '@/components/farm/farm-header';
import { type FarmChoice, FarmToolbar } from '@/components/farm/farm-toolbar';
import type { PlaceNav } from '@/components/farm/path/place-nav';
import type { RowsChoice } from '@/components/farm/rows/rows-view';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { useRange } from '@/components/range/use-range';
import { asRoute } from '@/components/range/use-range-href';
import { LinkNotice } from '@/components/shell/link-notice';
import { isNotFound } from '@/lib/answer/problem';
import { answerable } from '@/lib/farm/filters/answerable';
import type { Place } from '@/lib/farm/filters/place';
import { namesOf } from '@/lib/farm/names';
import { periodFor } from '@/lib/farm/plan/periods';
import { farmOptions, fleetsOptions, queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { farmSearchParams, invalidFarmParams, paramsOf, withPlace } from './search-params';

export function FarmView({ farmId }: { farmId: string }) {
  const { span } = useRange();
  const search = useSearchParams();
  const [params, setParams] = useQueryStates(farmSearchParams, { history: 'push' });
  const { group, stat, queues: queueIds, fleets: fleetIds, only, sort, budgets, burn } = params;
  const { period, note } = usePeriodOfRange(
    span,
    params.period,
    () => void setParams({ period: null }, { history: 'replace' }),
  );
  const invalid = invalidFarmParams(search);
  const fitting = useMemo(() => answerable(group, only), [group, only]);
  const { groupBy, filters } = fitting;
  const place = useMemo(
    (): Place => ({ groupBy, queueIds, fleetIds, filters }),
    [groupBy, queueIds, fleetIds, filters],
  );
  const choice = useMemo(
    (): FarmChoice => ({ ...place, statistic: stat, ...(period ? { period } : {}) }),
    [place, stat, period],
  );
  const nav: PlaceNav = {
    place,
    href: (to) => asRoute(withPlace(`/farms/${farmId}?${search}`, to)),
    go: (to) => void setParams(paramsOf(to)),
  };
  const farm = useQuery(farmOptions(farmId));
  if (isNotFound(farm.error)) notFound();
  const queues = useQuery(queuesOptions(farmId));
  const fleets = useQuery(fleetsOptions(farmId));

  const [queueList, fleetList] = [queues.data?.data, fleets.data?.data];
  const names = useMemo(() => namesOf(queueList ?? [], fleetList ?? []), [queueList, fleetList]);

  const change = (next: Partial<FarmChoice>) =>
    void setParams({
      ...(next.groupBy && { group: [...next.groupBy], find: null, findRows: null }),
      ...(next.statistic && { stat: next.statistic }),
      ...('period' in next && { period: next.period ?? null }),
      ...(next.queueIds && { queues: [...next.queueIds] }),
      ...(next.fleetIds && { fleets: [...next.fleetIds] }),
    });
  const rowsChoice: RowsChoice = {
    order: sort,
    onOrder: (order) => void setParams({ sort: order }),
    find: params.findRows,
    onFind: (text) => void setParams({ findRows: text || null }, { history: 'replace' }),
  };
  return (
    <Stack gap="md">
      <FarmHeader farmId={farmId} farm={farm.data?.data} />
      <LinkNotice
        sentences={[...invalid.map(({ sentence }) => sentence), ...fitting.sentences]}
        onFix={() =>
          void setParams(
            {
              ...(fitting.sentences.length > 0 && { group: groupBy, only: [...filters] }),
              ...Object.fromEntries(invalid.map(({ key, fixed = null }) => [key, fixed])),
            },
            { history: 'replace' },
          )
        }
      />
      <HydratesLater>
        <FarmToolbar
          choice={choice}
          autoPeriod={periodFor(span)}
          queues={queueList ?? []}
          fleets={fleetList ?? []}
          names={names}
          onChange={change}
        />
      </HydratesLater>
      <FarmCosts
        {...{ farmId, queues, fleets, names, choice, nav, rowsChoice, note }}
        onChange={change}
        budgets={
          <>
            <ForecastPanel
              {...{ farmId, names }}
              queues={queues.data}
              fleets={fleets.data}
              choice={place}
              onChange={change}
            />
            <BudgetsPanel
              farmId={farmId}
              names={names}
              showsInactive={budgets === 'all'}
              onShowInactive={(shows) => void setParams({ budgets: shows ? 'all' : null })}
              openId={burn}
              onOpen={(budgetId) => void setParams({ burn: budgetId })}
            />
          </>
        }
      />
    </Stack>
  );
}
