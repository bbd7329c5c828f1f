'use client';

import { Table } from '@mantine/core';
import { RevokeButton } from '@/components/panel/revoke-button';
import { useZone } from '@/components/range/use-range';
import { attempt } from '@/components/toast/attempt';
import type { TokenSummary } from '@/lib/answer/api-token';
import { revokeToken } from '@/lib/queries/tokens';
import { formatInstant } from '@/lib/time/format';
import classes from './token-list.module.css';

type TokenRowProps = { token: TokenSummary; onRevoked(): void };

/** One token of the list. */
export function TokenRow({ token: { id, name, createdAt, expiresAt }, onRevoked }: TokenRowProps) {
  const zone = useZone();
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>{name}</Table.Td>
      <Table.Td visibleFrom="sm">{formatInstant(createdAt, zone)}</Table.Td>
      <Table.Td>{formatInstant(expiresAt, zone)}</Table.Td>
      <Table.Td className={classes.actions}>
        <RevokeButton
          label={`Revoke the token ${name}`}
          consequence="Programs that send this token are refused from now on."
          onRevoke={() => void attempt(revokeToken(id), 'The token was not revoked', onRevoked)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
