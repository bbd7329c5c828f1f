'use client';

import { Menu } from '@mantine/core';
import { IconChartBar, IconFlame, IconHeartbeat } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { PageLink } from '@/components/range/page-link';
import { useRangeHref } from '@/components/range/use-range-href';
import { isSameResource, type Resource, type ResourceKind, resourcePath } from '@/lib/overview/resource';
import classes from './favourites-menu.module.css';
import { useFavourites, useRecent } from './use-kept-resources';

const ICONS: Record<ResourceKind, typeof IconFlame> = {
  canary: IconHeartbeat,
  farm: IconChartBar,
  group: IconFlame,
};

type FavouritesMenuProps = {
  /** The button that opens it. */
  target: ReactElement;
  onNavigate?: (() => void) | undefined;
};

/** A menu of links to the favourites of this browser, and to what was seen last in it. */
export function FavouritesMenu({ target, onNavigate }: FavouritesMenuProps) {
  const { list: starred } = useFavourites();
  const seen = useRecent().list.filter((each) => !starred.some((other) => isSameResource(each, other)));
  return (
    <Menu position="bottom-start" width={260} withinPortal shadow="md">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.Label>Favourites</Menu.Label>
        {starred.length === 0 && (
          <p className={classes.none}>
            None yet. The star beside the name of a canary, a farm or a profiling group adds one.
          </p>
        )}
        {starred.map((resource) => itemOf(resource, onNavigate))}
        {seen.length > 0 && <Menu.Label>Recently seen</Menu.Label>}
        {seen.map((resource) => itemOf(resource, onNavigate))}
      </Menu.Dropdown>
    </Menu>
  );
}

const itemOf = (resource: Resource, onNavigate: FavouritesMenuProps['onNavigate']) => (
  <ResourceItem key={`${resource.kind} ${resource.id}`} resource={resource} onNavigate={onNavigate} />
);

type ResourceItemProps = { resource: Resource; onNavigate: FavouritesMenuProps['onNavigate'] };

function ResourceItem({ resource, onNavigate }: ResourceItemProps) {
  const href = useRangeHref();
  const Icon = ICONS[resource.kind];
  return (
    <Menu.Item
      component={PageLink}
      href={href(resourcePath(resource))}
      title={resource.name}
      leftSection={<Icon size={14} stroke={1.6} aria-hidden />}
      onClick={onNavigate}
      classNames={{ itemLabel: classes.name }}
    >
      {resource.name}
    </Menu.Item>
  );
}
