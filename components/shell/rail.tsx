'use client';

import { IconStar } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { FavouritesMenu } from '@/components/favourites/favourites-menu';
import { PageLink } from '@/components/range/page-link';
import { useRangeHref } from '@/components/range/use-range-href';
import { BrandMark } from './brand-mark';
import { PAGES } from './pages';
import classes from './rail.module.css';

/** The product's name, a link to the overview. */
export function Brand() {
  const href = useRangeHref();
  return (
    <PageLink href={href('/')} className={classes.brand}>
      <BrandMark />
      Triptych
    </PageLink>
  );
}

/** Links to the pages, which keep the time range. */
export function Rail({ onNavigate }: { onNavigate?: () => void }) {
  const href = useRangeHref();
  const pathname = usePathname();
  return (
    <nav aria-label="Pages" className={classes.nav}>
      {PAGES.map(({ path, label, icon: Icon }) => {
        const current = path === '/' ? pathname === '/' : pathname.startsWith(path);
        return (
          <PageLink
            key={path}
            href={href(path)}
            className={classes.link}
            aria-current={current ? 'page' : undefined}
            onClick={onNavigate}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            {label}
          </PageLink>
        );
      })}
      <FavouritesMenu
        onNavigate={onNavigate}
        target={
          <button type="button" className={classes.link}>
            <IconStar size={18} stroke={1.6} aria-hidden />
            Favourites
          </button>
        }
      />
    </nav>
  );
}
