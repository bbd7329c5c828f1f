import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Span } from '@/lib/time/range';

type StepButtonProps = {
  label: string;
  span: Span | undefined;
  onPick(span: Span): void;
  children: ReactNode;
};

/** Picks the profile before or after the range; disabled when there is none. */
export function StepButton({ label, span, onPick, children }: StepButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={26}
      aria-label={label}
      title={label}
      disabled={!span}
      onClick={() => span && onPick(span)}
    >
      {children}
    </ActionIcon>
  );
}
