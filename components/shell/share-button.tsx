'use client';

import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useShare } from '@/components/range/use-share';
import classes from './share-button.module.css';

/** Copies a link that always shows the current range. */
export function ShareButton() {
  const share = useShare();
  return (
    <Button
      variant="light"
      className={classes.share}
      aria-label="Share: copy a link to this view"
      onClick={() => share()}
      leftSection={<IconLink size={16} aria-hidden />}
    >
      <span className={classes.label}>Share</span>
    </Button>
  );
}
