'use client';

import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Coverage } from '@/lib/answer/answer';
import type { Span } from '@/lib/time/range';
import { AsOf } from './as-of';
import { CoverageBar } from './coverage-bar';
import { Deferred } from './deferred';
import { HydratesLater } from './hydrates-later';
import classes from './panel.module.css';
import { PanelMenu } from './panel-menu';

export type PanelProps = {
  title: string;
  /** The panel's anchor; the menu then offers a link to the panel. */
  id?: string;
  /** The key figure, with its unit. */
  figure?: ReactNode;
  /** When AWS answered, epoch milliseconds. */
  asOf?: number;
  /** The requested range and the part that the data covers; both are needed for the coverage bar. */
  span?: Span;
  coverage?: Coverage;
  /** Whether newer data is loading. */
  fetching?: boolean;
  /** Refreshes the panel, from the menu. */
  onRetry?: () => void;
  /** Further `Menu.Item`s, such as an export. */
  menu?: ReactNode;
  /** Further content on the right-hand side of the header. */
  aside?: ReactNode;
  /** Another panel will replace this one when its data arrives; it has no menu, which would close then. */
  isFallback?: boolean;
  children: ReactNode;
};

/** The frame of every panel: title · figure, as of, menu, coverage. */
export function Panel({
  title,
  id,
  figure,
  asOf,
  span,
  coverage,
  fetching,
  aside,
  isFallback = false,
  children,
  ...menu
}: PanelProps) {
  return (
    <Paper
      component="section"
      withBorder
      id={id}
      aria-label={title}
      aria-busy={fetching}
      className={classes.panel}
    >
      <HydratesLater>
        <Group justify="space-between" gap="xs" wrap="nowrap" className={classes.header}>
          <Deferred>
            <Group gap={6} wrap="nowrap" align="flex-start" className={classes.heading}>
              <Title order={2} className={classes.title}>
                {title}
              </Title>
              {figure !== undefined && (
                <Text component="div" className={classes.figure}>
                  <span aria-hidden className={classes.dot}>
                    ·{' '}
                  </span>
                  {figure}
                </Text>
              )}
            </Group>
          </Deferred>
          <Group gap="xs" wrap="nowrap">
            {aside}
            <Deferred>
              {asOf !== undefined && <AsOf instant={asOf} />}
              {!isFallback && (
                <PanelMenu title={title} id={id} onRetry={menu.onRetry}>
                  {menu.menu}
                </PanelMenu>
              )}
            </Deferred>
          </Group>
        </Group>
      </HydratesLater>
      <CoverageBar span={span} coverage={coverage} fetching={fetching ?? false} />
      <div className={classes.body}>{children}</div>
    </Paper>
  );
}
