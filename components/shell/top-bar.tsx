'use client';

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard, IconMenu2 } from '@tabler/icons-react';
import { UserMenu } from '@/components/access/user-menu';
import { ShareButton } from '@/components/links/share-button';
import { AsOfChip } from './as-of-chip';
import { CrosshairMenu } from './crosshair-menu';
import { RangePicker } from './range-picker';
import { RangeSteps } from './range-steps';
import { RefreshControl } from './refresh-control';
import { SchemeMenu } from './scheme-menu';
import classes from './top-bar.module.css';
import { useHasRange } from './use-has-range';
import { ZoneMenu } from './zone-menu';

type TopBarProps = { onMenu: () => void; onHelp: () => void };

/** The bar above every page: time range, zone, refresh, share, who is signed in. */
export function TopBar({ onMenu, onHelp }: TopBarProps) {
  const hasRange = useHasRange();
  return (
    <header className={classes.bar}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        hiddenFrom="sm"
        onClick={onMenu}
        aria-label="Open the menu"
      >
        <IconMenu2 size={18} aria-hidden />
      </ActionIcon>
      {hasRange && (
        <>
          <RangePicker />
          <RangeSteps />
        </>
      )}
      <ZoneMenu />
      <AsOfChip />
      <RefreshControl />
      <span className={classes.gap} />
      <ShareButton />
      <CrosshairMenu visibleFrom="sm" />
      <Tooltip label="Keyboard shortcuts (?)" openDelay={400}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          onClick={onHelp}
          aria-label="Keyboard shortcuts"
          visibleFrom="sm"
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <SchemeMenu visibleFrom="sm" />
      <UserMenu />
    </header>
  );
}
