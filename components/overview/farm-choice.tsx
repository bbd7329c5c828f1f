'use client';

import { Select } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { RangeLink } from '@/components/range/range-link';
import { namesOfFarms } from '@/lib/farm/names';
import type { Farm } from '@/lib/farm/session-statistics';
import classes from './farm-choice.module.css';
import { overviewParams } from './overview-params';

/** With more farms, typing finds one faster than scrolling. */
const MIN_SEARCHED = 9;

/** Chooses the farm of the lane, in the URL, with links to its page and to all farms. */
export function FarmChoice({ farm, farms }: { farm: Farm; farms: readonly Farm[] }) {
  const [, change] = useQueryStates(overviewParams, { history: 'push' });
  const names = namesOfFarms(farms);
  return (
    <div className={classes.choice}>
      {farms.length > 1 && (
        <Select
          size="xs"
          w={220}
          maw="100%"
          aria-label="Farm"
          allowDeselect={false}
          searchable={farms.length >= MIN_SEARCHED}
          data={Array.from(names, ([value, label]) => ({ value, label }))}
          value={farm.farmId}
          onChange={(farmId) => void change({ farm: farmId === farms[0]?.farmId ? null : farmId })}
        />
      )}
      <RangeLink href={`/farms/${farm.farmId}`} size="xs">
        {farms.length > 1 ? 'All costs of this farm' : farm.displayName}
      </RangeLink>
      {farms.length > 1 && (
        <RangeLink href="/farms" size="xs">
          {`All ${farms.length} farms`}
        </RangeLink>
      )}
    </div>
  );
}
