import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { Fragment } from 'react';
import type { Label, RowLabel } from '@/lib/farm/names';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { WithConsoleLinks } from '../aws/console-link';
import { drillHref, type PlaceNav } from '../path/place-nav';
import classes from './totals-table.module.css';

type GroupCellProps = {
  label: RowLabel;
  keys: readonly GroupKey[];
  nav: PlaceNav;
};

/** The name of a group, each part of which links to itself alone. */
export function GroupCell({ label: { parts, title }, keys, nav }: GroupCellProps) {
  return (
    <th scope="row" className={classes.name} title={title}>
      <WithConsoleLinks keys={keys} labels={parts}>
        <div className={classes.label}>
          {keys.map((key, at) => {
            const part = parts[at];
            const href = part && drillHref(nav, key, part.id);
            return (
              part && (
                <Fragment key={key}>
                  {at > 0 && ' · '}
                  {href ? (
                    <Anchor
                      component={Link}
                      href={href}
                      prefetch={false}
                      inherit
                      className={isId(part) ? classes.id : undefined}
                    >
                      {part.name}
                    </Anchor>
                  ) : (
                    <span className={isId(part) ? classes.id : undefined}>{part.name}</span>
                  )}
                </Fragment>
              )
            );
          })}
        </div>
      </WithConsoleLinks>
    </th>
  );
}

const isId = ({ id, title }: Label) => id !== '' && title === id;
