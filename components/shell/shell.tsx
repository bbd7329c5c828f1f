'use client';

import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { KeptNotice } from '@/components/links/kept-notice';
import { HydratesLater } from '@/components/panel/hydrates-later';
import running from '@/components/panel/running-line.module.css';
import { SeparateTask } from '@/components/panel/separate-task';
import { usePending } from '@/components/range/pending';
import { PointedLabel } from '@/components/range/plot/pointed-label';
import { SelectionLabel } from '@/components/range/plot/selection-label';
import { Toasts } from '@/components/toast/toasts';
import { LockChip } from './lock-chip';
import { Brand, Rail } from './rail';
import { RangeLinkNotice } from './range-link-notice';
import classes from './shell.module.css';
import { TopBar } from './top-bar';
import { useHasOpened } from './use-has-opened';
import { useShellKeys } from './use-shell-keys';

const KeyHelp = dynamic(() => import('./key-help').then((module) => module.KeyHelp), { ssr: false });
const MenuDrawer = dynamic(() => import('./menu-drawer').then((module) => module.MenuDrawer), { ssr: false });

/** The frame of every page: navigation, the bar with the time range, and the main landmark. */
export function Shell({ children }: { children: ReactNode }) {
  const [drawer, { open: openDrawer, close: closeDrawer }] = useDisclosure(false);
  const [help, { toggle: toggleHelp, close: closeHelp }] = useDisclosure(false);
  const hasDrawerOpened = useHasOpened(drawer);
  const hasHelpOpened = useHasOpened(help);
  const { pending } = usePending();
  useShellKeys(toggleHelp);
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <aside className={classes.rail}>
        <HydratesLater>
          <Brand />
          <Rail />
        </HydratesLater>
      </aside>
      <div className={classes.column}>
        <HydratesLater>
          <SeparateTask>
            <TopBar onMenu={openDrawer} onHelp={toggleHelp} />
          </SeparateTask>
        </HydratesLater>
        <div
          className={`${classes.pending} ${running.line}`}
          data-running={pending || undefined}
          aria-hidden
        />
        <main id="content" tabIndex={-1} className={classes.main} aria-busy={pending}>
          <RangeLinkNotice />
          <KeptNotice />
          <SeparateTask>{children}</SeparateTask>
        </main>
      </div>
      {hasDrawerOpened && <MenuDrawer opened={drawer} onClose={closeDrawer} />}
      {hasHelpOpened && <KeyHelp opened={help} onClose={closeHelp} />}
      <SelectionLabel />
      <PointedLabel />
      <LockChip />
      <Toasts />
    </div>
  );
}
