'use client';

import { Popover, type PopoverProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';

type DetailsPopoverProps = Pick<PopoverProps, 'position'> & {
  /** In pixels, or less in a narrow window. */
  width: number;
  /** What the details are of. */
  label?: string;
  /** The button that opens the details. */
  target(opened: boolean, toggle: () => void): ReactElement;
  children(close: () => void): ReactNode;
};

/** Details of a mark in a chart. They take the focus, and give it back. */
export function DetailsPopover({ position, width, label, target, children }: DetailsPopoverProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(isOpen) => !isOpen && close()}
      width={`min(${width}px, calc(100vw - 16px))`}
      position={position}
      hideDetached={false}
      trapFocus
      returnFocus
      withArrow
      shadow="md"
    >
      <Popover.Target>{target(opened, toggle)}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        {opened && children(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
