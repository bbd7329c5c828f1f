import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Point } from './picture';

type FrameMenuButtonProps = { menuAt(at: Point, onClose: () => void): ReactNode };

/** A button that opens a frame's menu, also by touch. */
export function FrameMenuButton({ menuAt }: FrameMenuButtonProps) {
  const [opened, setOpened] = useState<{ at: Point; button: HTMLElement }>();
  const close = () => {
    setOpened(undefined);
    opened?.button.focus();
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label="Menu of this frame"
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        onClick={({ currentTarget: button }) => {
          const { left, bottom } = button.getBoundingClientRect();
          setOpened({ at: { x: left, y: bottom }, button });
        }}
      >
        <IconDots size={16} aria-hidden />
      </ActionIcon>
      {opened && menuAt(opened.at, close)}
    </>
  );
}
