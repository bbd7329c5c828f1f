'use client';

import { ActionIcon, type MantineBreakpoint, Menu } from '@mantine/core';
import { IconCrosshair } from '@tabler/icons-react';
import {
  CROSSHAIR_MODES,
  type CrosshairMode,
  setCrosshairMode,
  useCrosshairMode,
} from '@/components/range/plot/crosshair-mode';

export const CROSSHAIR_LABELS: Record<CrosshairMode, string> = {
  off: 'Off',
  line: 'Line',
  values: 'Line and values',
};

/** Chooses what the crosshair of all charts shows. */
export function CrosshairMenu({ visibleFrom }: { visibleFrom?: MantineBreakpoint }) {
  const mode = useCrosshairMode();
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={`Crosshair: ${CROSSHAIR_LABELS[mode]}`}
          {...(visibleFrom && { visibleFrom })}
        >
          <IconCrosshair size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Crosshair of all charts (X)</Menu.Label>
        <Menu.RadioGroup
          value={mode}
          onChange={(value) => {
            const chosen = CROSSHAIR_MODES.find((known) => known === value);
            if (chosen) setCrosshairMode(chosen);
          }}
        >
          {CROSSHAIR_MODES.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {CROSSHAIR_LABELS[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>
          A click on an empty part of a chart locks it, and Shift with a click anywhere in one.
        </Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
