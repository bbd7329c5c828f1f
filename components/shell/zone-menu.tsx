'use client';

import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown, IconWorld } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { useRange } from '@/components/range/use-range';
import bar from './bar-button.module.css';
import { rememberZone } from './recent-zones';
import { useHasOpened } from './use-has-opened';
import classes from './zone-menu.module.css';

const ZoneOptions = dynamic(() => import('./zone-options').then((module) => module.ZoneOptions), {
  ssr: false,
});

/** Chooses the time zone of the page: UTC, the browser's, a recent one, or any that a text finds. */
export function ZoneMenu() {
  const { zone, now, span } = useRange();
  const navigate = useNavigateRange();
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const hasOpened = useHasOpened(combobox.dropdownOpened);
  const choose = (tz: string) => {
    combobox.closeDropdown();
    if (tz === zone) return;
    rememberZone(tz);
    navigate({ tz });
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={320}
      position="bottom-start"
      keepMounted={false}
    >
      <Combobox.Target targetType="button">
        <Button
          variant="default"
          className={bar.button}
          leftSection={<IconWorld size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Time zone: ${zone}`}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.zone}>{zone}</span>
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {hasOpened && <ZoneOptions {...{ combobox, zone, now }} at={span.to - 1} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}
