import { Anchor } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import { Fragment } from 'react';
import type { Label } from '@/lib/farm/names';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { GroupLabel } from '@/lib/farm/totals/group-labels';
import classes from './totals-table.module.css';

type GroupCellProps = {
  label: GroupLabel;
  keys: readonly GroupKey[];
  /** Link to this page for one queue or fleet alone. */
  onlyHref(id: string): Route;
};

/** The name of a group; a queue or a fleet links to itself alone. */
export function GroupCell({ label: { parts, title }, keys, onlyHref }: GroupCellProps) {
  return (
    <th scope="row" className={classes.name} title={title}>
      <div className={classes.label}>
        {keys.map((key, at) => {
          const part = parts[at];
          return (
            part && (
              <Fragment key={key}>
                {at > 0 && ' · '}
                {hasLink(key, part) ? (
                  <Anchor component={Link} href={onlyHref(part.id)} prefetch={false} inherit>
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
    </th>
  );
}

const hasLink = (key: GroupKey, { id }: Label) => id !== '' && (key === 'QUEUE_ID' || key === 'FLEET_ID');

const isId = ({ id, title }: Label) => id !== '' && title === id;
