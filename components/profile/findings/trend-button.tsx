'use client';

import { ActionIcon, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartLine } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type TrendButtonProps = {
  /** Short name of the function. */
  label: string;
  className: string | undefined;
  /** Renders the trend when it is opened. */
  trend(): ReactNode;
};

/** Opens the trend of a function in a popover. */
export function TrendButton({ label, className, trend }: TrendButtonProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      width="min(480px, calc(100vw - 16px))"
      position="bottom"
      trapFocus
      returnFocus
      withArrow
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          className={className}
          variant="subtle"
          color="gray"
          size={20}
          aria-label={`Trend of ${label}`}
          title="Share over time"
          data-opened={opened || undefined}
          onClick={toggle}
        >
          <IconChartLine size={12} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Trend of ${label}`}>
        <Text size="sm" fw={600} ff="monospace" truncate>
          {label}
        </Text>
        {opened && trend()}
      </Popover.Dropdown>
    </Popover>
  );
}
