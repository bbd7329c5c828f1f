'use client';

import { ActionIcon, Button, Group, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';

type RevokeButtonProps = {
  /** Says what is revoked. */
  label: string;
  /** What revoking leads to. */
  consequence: string;
  /** Why the viewer may not revoke it; undefined if they may. */
  refusal?: string | undefined;
  onRevoke(): void;
};

/** A button in a row of a list that revokes something, which asks first. */
export function RevokeButton({ label, consequence, refusal, onRevoke }: RevokeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label="Revoke" openDelay={400} disabled={refusal !== undefined}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => setOpen(true)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{consequence}</Text>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpen(false)} data-autofocus>
              Cancel
            </Button>
            <Button size="xs" color="red" onClick={onRevoke}>
              Revoke
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
