'use client';

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useQueryStates } from 'nuqs';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { REFRESH_INTERVALS, type RefreshInterval, rangeSearchParams } from '@/lib/time/search-params';
import classes from './refresh-control.module.css';
import { useAutoRefresh } from './use-auto-refresh';
import { useRefresh } from './use-refresh';

const INTERVALS: Record<RefreshInterval, { label: string; short: string; ms: number }> = {
  off: { label: 'Off', short: '', ms: 0 },
  '30s': { label: 'Every 30 s', short: '30 s', ms: 30 * SECOND },
  '1m': { label: 'Every minute', short: '1 min', ms: MINUTE },
  '5m': { label: 'Every 5 min', short: '5 min', ms: 5 * MINUTE },
};

/** Refreshes the page, once or at the interval in the URL. */
export function RefreshControl() {
  const { refresh, autoRefresh, pending } = useRefresh();
  const [{ refresh: choice, kept }, setParams] = useQueryStates(rangeSearchParams);
  const chosen = INTERVALS[choice];
  const isPaused = useAutoRefresh(chosen.ms, autoRefresh) && choice !== 'off';
  // What a shared link keeps does not change.
  if (kept !== null) return null;
  return (
    <Button.Group>
      <Tooltip label="Refresh (r)" openDelay={400}>
        <ActionIcon
          variant="default"
          size={32}
          className={classes.joinedLeft}
          aria-label="Refresh"
          onClick={refresh}
          aria-busy={pending}
        >
          <IconRefresh size={16} aria-hidden className={pending ? classes.spin : undefined} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            className={classes.joinedRight}
            aria-label={`Auto-refresh: ${chosen.label}${isPaused ? ', paused' : ''}`}
          >
            {isPaused ? 'Paused' : chosen.short}
            <IconChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{isPaused ? 'Auto-refresh, paused: the range is over' : 'Auto-refresh'}</Menu.Label>
          <Menu.RadioGroup
            value={choice}
            onChange={(value) =>
              void setParams({ refresh: value as RefreshInterval }, { history: 'replace' })
            }
          >
            {REFRESH_INTERVALS.map((value) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick>
                {INTERVALS[value].label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
