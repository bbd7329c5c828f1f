'use client';

import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import type { LinksPage } from '@/lib/answer/shared-link';
import { linksOptions } from '@/lib/queries/links';
import classes from './link-list.module.css';
import { LinkRow } from './link-row';
import { OpenFileButton } from './open-file-button';

const totalText = ({ count, bytes, maxBytes }: LinksPage['total']) =>
  `${counted(count, 'link')}, ${formatBytes(bytes)} of ${formatBytes(maxBytes)}`;

/** The shared links, newest first, with their names, which can be changed, and a way to revoke them. */
export function LinkList() {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(linksOptions());
  const links = data?.pages.flatMap((page) => page.data.links) ?? [];
  const total = data?.pages.at(-1)?.data.total;
  const warnings = [...new Set(data?.pages.flatMap((page) => page.warnings) ?? [])];
  return (
    <Panel
      title="Links"
      figure={total && totalText(total)}
      fetching={isFetching}
      aside={<OpenFileButton />}
      onRetry={() => void refetch()}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Warnings warnings={warnings} />
      {!data && !error && <PanelSkeleton height={240} />}
      {data && links.length === 0 && (
        <EmptyNotice
          height={160}
          why="No links yet. The Share button of every page makes one, which keeps what the page shows. “Open a file” adds one that was exported."
        />
      )}
      {links.length > 0 && (
        <ScrollRegion label="Shared links" className={classes.scroll}>
          <Table verticalSpacing={6} className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th visibleFrom="sm">Page</Table.Th>
                <Table.Th visibleFrom="sm">Kept at</Table.Th>
                <Table.Th className={classes.number} visibleFrom="sm">
                  Size
                </Table.Th>
                <Table.Th aria-label="Actions" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {links.map((link) => (
                <LinkRow key={link.id} link={link} onChange={() => void refetch()} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
      {hasNextPage && (
        <Button mt="sm" size="xs" variant="default" onClick={() => void fetchNextPage()} loading={isFetching}>
          Show more
        </Button>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        Everybody who can open this dashboard can open its links. A revoked link can’t be restored, except
        from a file that was exported before.
      </Text>
    </Panel>
  );
}
