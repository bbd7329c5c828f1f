'use client';

import type { ComponentProps } from 'react';
import { crumbsOf, startOf } from '@/lib/farm/filters/crumbs';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Statistic } from '@/lib/farm/session-statistics';
import { ChartOptions } from '../chart/chart-options';
import type { ShownCosts } from '../costs/costs-on-screen';
import { AddFilter } from './add-filter';
import { Chips } from './chips';
import { NextSteps } from './next-steps';
import classes from './path.module.css';
import { PlaceLink } from './place-link';
import type { PlaceNav } from './place-nav';

type PathBarProps = {
  nav: PlaceNav;
  asked: AskedCosts;
  names: Names;
  shown: ShownCosts | undefined;
  statistic: Statistic;
};

/** The path from the whole farm to what the page shows: a chip for each value that is left, and the steps from here. */
export function PathBar({ nav, asked, shown, names, statistic }: PathBarProps) {
  const crumbs = crumbsOf(nav.place);
  const jobNames = shown?.answer.rows.jobNames;
  return (
    <div className={classes.bar}>
      <nav aria-label="Path in the costs">
        <ol className={classes.path}>
          <li>
            {crumbs.length > 0 ? (
              <PlaceLink href={nav.href(startOf(nav.place))}>Whole farm</PlaceLink>
            ) : (
              <span aria-current="page">Whole farm</span>
            )}
          </li>
          {crumbs.map((crumb, at) => (
            <CrumbItem
              key={crumb.key}
              {...{ crumb, nav, names, jobNames }}
              isLast={at === crumbs.length - 1}
            />
          ))}
        </ol>
      </nav>
      <AddFilter {...{ nav, asked, shown, names }} />
      {crumbs.length > 0 && <NextSteps nav={nav} />}
      <ChartOptions statistic={statistic} />
    </div>
  );
}

type CrumbItemProps = ComponentProps<typeof Chips>;

const CrumbItem = ({ isLast, ...chips }: CrumbItemProps) => (
  <li aria-current={isLast ? 'page' : undefined}>
    <span className={classes.separator} aria-hidden>
      ›
    </span>
    <Chips {...chips} isLast={isLast} />
  </li>
);
