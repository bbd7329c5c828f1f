'use client';

import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconWorld } from '@tabler/icons-react';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { useRange } from '@/components/range/use-range';
import { zoneLabel } from '@/lib/time/format';
import { DEFAULT_ZONE } from '@/lib/time/range';
import bar from './bar-button.module.css';
import classes from './zone-menu.module.css';

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_ZONE;

/** Chooses the time zone of the page: UTC, the browser's, or the link's. */
export function ZoneMenu() {
  const { zone, now } = useRange();
  const navigate = useNavigateRange();
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <Button
          variant="default"
          className={bar.button}
          leftSection={<IconWorld size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Time zone: ${zone}`}
        >
          <span className={classes.zone}>{zone}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Show times in</Menu.Label>
        <ZoneItems zone={zone} now={now} onChoose={(tz) => navigate({ tz })} />
      </Menu.Dropdown>
    </Menu>
  );
}

type ZoneItemsProps = { zone: string; now: number; onChoose: (zone: string) => void };

/** Rendered only when the menu is open, so that the server never renders the browser's zone. */
function ZoneItems({ zone, now, onChoose }: ZoneItemsProps) {
  const own = browserZone();
  return (
    <Menu.RadioGroup value={zone} onChange={onChoose}>
      {[...new Set([DEFAULT_ZONE, own, zone])].map((name) => (
        <Menu.RadioItem key={name} value={name} closeMenuOnClick>
          {zoneLabel(name, now)}
          {name === own && name !== DEFAULT_ZONE ? ' · this browser' : ''}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
