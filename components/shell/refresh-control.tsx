'use client';

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useInterval, useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { MINUTE, SECOND } from '@/lib/time/duration';
import classes from './refresh-control.module.css';
import { useRefresh } from './use-refresh';

const INTERVALS = [
  { value: 'off', label: 'Off', short: '', ms: 0 },
  { value: '30s', label: 'Every 30 s', short: '30 s', ms: 30 * SECOND },
  { value: '1m', label: 'Every minute', short: '1 min', ms: MINUTE },
  { value: '5m', label: 'Every 5 min', short: '5 min', ms: 5 * MINUTE },
];

/** Refreshes the page, once or at an interval while it is visible. */
export function RefreshControl() {
  const { refresh, autoRefresh, pending } = useRefresh();
  const [choice, setChoice] = useLocalStorage({ key: 'triptych-refresh', defaultValue: 'off' });
  const chosen = INTERVALS.find(({ value }) => value === choice);
  useAutoRefresh(chosen?.ms ?? 0, autoRefresh);
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
            aria-label={`Auto-refresh: ${chosen?.label ?? 'Off'}`}
          >
            {chosen?.short}
            <IconChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Auto-refresh</Menu.Label>
          <Menu.RadioGroup value={choice} onChange={setChoice}>
            {INTERVALS.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

function useAutoRefresh(ms: number, refresh: () => void) {
  const { start, stop } = useInterval(() => {
    if (document.visibilityState === 'visible') refresh();
  }, ms);
  useEffect(() => {
    if (ms === 0) return;
    start();
    return stop;
  }, [ms, start, stop]);
}
