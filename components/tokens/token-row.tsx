'use client';

import { ActionIcon, Button, Group, Popover, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useZone } from '@/components/range/use-range';
import { showToast } from '@/components/toast/toasts';
import type { TokenSummary } from '@/lib/answer/api-token';
import { revokeToken } from '@/lib/queries/tokens';
import { formatInstant } from '@/lib/time/format';
import classes from './token-list.module.css';

type TokenRowProps = { token: TokenSummary; onRevoked(): void };

/** One token of the list, with a way to revoke it, which asks first. */
export function TokenRow({ token: { id, name, createdAt, expiresAt }, onRevoked }: TokenRowProps) {
  const zone = useZone();
  const [isOpen, setOpen] = useState(false);
  const revoke = async () => {
    try {
      await revokeToken(id);
      onRevoked();
    } catch (error) {
      const message = (error as Error).message;
      await showToast({ title: 'The token was not revoked', message, color: 'red' });
    }
  };
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>{name}</Table.Td>
      <Table.Td visibleFrom="sm">{formatInstant(createdAt, zone)}</Table.Td>
      <Table.Td>{formatInstant(expiresAt, zone)}</Table.Td>
      <Table.Td className={classes.actions}>
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
          <Popover.Target>
            <Tooltip label="Revoke" openDelay={400}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Revoke the token ${name}`}
                onClick={() => setOpen(true)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              <Text size="sm">Programs that send this token are refused from now on.</Text>
              <Group justify="flex-end" gap="xs">
                <Button size="xs" variant="default" onClick={() => setOpen(false)} data-autofocus>
                  Cancel
                </Button>
                <Button size="xs" color="red" onClick={() => void revoke()}>
                  Revoke
                </Button>
              </Group>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Table.Td>
    </Table.Tr>
  );
}
