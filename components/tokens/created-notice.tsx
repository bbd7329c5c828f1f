'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyText } from '@/components/toast/copy-text';
import type { CreatedToken } from '@/lib/answer/api-token';
import classes from './token-list.module.css';

/** A token that was just created, which can be seen only here. */
export function CreatedNotice({ token, onClose }: { token: CreatedToken; onClose(): void }) {
  return (
    <Alert
      mb="sm"
      variant="light"
      title={`Copy the token ${token.name} now`}
      withCloseButton
      closeButtonLabel="Hide the token"
      onClose={onClose}
    >
      <Text size="sm" mb="xs">
        The dashboard doesn’t keep it, so it can’t be shown again.
      </Text>
      <Group gap="sm" align="center">
        <Text size="sm" className={classes.token} aria-label="Token">
          {token.token}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void copyText(token.token, { title: 'Token copied', message: token.name })}
        >
          Copy
        </Button>
      </Group>
    </Alert>
  );
}
