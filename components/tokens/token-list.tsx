'use client';

import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import { usePerson, useRefusal } from '@/components/access/person-context';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { ScrollRegion } from '@/components/panel/scroll-region';
import type { CreatedToken } from '@/lib/answer/api-token';
import { counted } from '@/lib/answer/counted';
import { tokensOptions } from '@/lib/queries/tokens';
import { useQuery } from '@/lib/queries/use-query';
import { CreatedNotice } from './created-notice';
import { NewToken } from './new-token';
import classes from './token-list.module.css';
import { TokenRow } from './token-row';

/** The tokens of programs, the newest first, with ways to create and to revoke them. */
export function TokenList() {
  const isSignedIn = usePerson().name !== undefined;
  const refusal =
    useRefusal('manageTokens') ??
    (isSignedIn ? undefined : 'Without sign-in there are no tokens: programs on this machine need none.');
  const { data, error, isFetching, refetch } = useQuery({ ...tokensOptions(), enabled: !refusal });
  const [created, setCreated] = useState<CreatedToken>();
  const reload = () => void refetch();
  if (refusal)
    return (
      <Panel title="Tokens">
        <EmptyNotice height={160} why={refusal} />
      </Panel>
    );
  const tokens = data?.data ?? [];
  return (
    <Panel
      title="Tokens"
      figure={data && counted(tokens.length, 'token')}
      fetching={isFetching}
      aside={
        <NewToken
          onCreated={(token) => {
            setCreated(token);
            reload();
          }}
        />
      }
      onRetry={reload}
    >
      {created && <CreatedNotice token={created} onClose={() => setCreated(undefined)} />}
      {error && <ProblemNotice error={error} onRetry={reload} />}
      {!data && !error && <PanelSkeleton height={160} />}
      {data && tokens.length === 0 && (
        <EmptyNotice height={160} why="No tokens yet. With a token, a program reads what viewers see." />
      )}
      {tokens.length > 0 && (
        <ScrollRegion label="Tokens" className={classes.scroll}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th visibleFrom="sm">Created at</Table.Th>
                <Table.Th>Expires at</Table.Th>
                <Table.Th aria-label="Actions" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tokens.map((token) => (
                <TokenRow
                  key={token.id}
                  token={token}
                  onRevoked={() => {
                    if (created?.id === token.id) setCreated(undefined);
                    reload();
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        A program sends its token as “Authorization: Bearer …”. It reads what viewers see, and changes
        nothing. A revoked token is refused at once, and by other servers of the dashboard within 10 seconds.
      </Text>
    </Panel>
  );
}
