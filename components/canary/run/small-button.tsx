import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

type SmallButtonProps = { onClick: () => void; children: ReactNode };

/** A button within the details of a run. */
export const SmallButton = ({ onClick, children }: SmallButtonProps) => (
  <Button size="compact-xs" variant="default" onClick={onClick}>
    {children}
  </Button>
);
