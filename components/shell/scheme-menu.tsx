'use client';

import { ActionIcon, type MantineBreakpoint, Menu, useMantineColorScheme } from '@mantine/core';
import { IconContrast } from '@tabler/icons-react';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
] as const;

/** Chooses the light, the dark or the system's colour scheme. */
export function SchemeMenu({ visibleFrom }: { visibleFrom?: MantineBreakpoint }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label="Colour scheme"
          {...(visibleFrom && { visibleFrom })}
        >
          <IconContrast size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const scheme = SCHEMES.find((known) => known.value === value);
            if (scheme) setColorScheme(scheme.value);
          }}
        >
          {SCHEMES.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
