import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Point } from './picture';

type FrameMenuButtonProps = { menuAt(at: Point, onClose: () => void): ReactNode };

/** A button that opens a frame's menu, also by touch. */
export function FrameMenuButton({ menuAt }: FrameMenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<Point>();
  const close = () => {
    setAt(undefined);
    ref.current?.focus();
  };
  return (
    <>
      <ActionIcon
        ref={ref}
        variant="subtle"
        color="gray"
        size={24}
        aria-label="Menu of this frame"
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom });
        }}
      >
        <IconDots size={16} aria-hidden />
      </ActionIcon>
      {at && menuAt(at, close)}
    </>
  );
}
