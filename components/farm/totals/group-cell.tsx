import { Fragment } from 'react';
import { isId, type RowLabel } from '@/lib/farm/names';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { WithConsoleLinks } from '../aws/console-link';
import { BreakableName } from '../breakable-name';
import { PlaceLink } from '../path/place-link';
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
            return (
              part && (
                <Fragment key={key}>
                  {at > 0 && ' · '}
                  <PlaceLink
                    href={drillHref(nav, key, part.id)}
                    className={isId(part) ? classes.id : undefined}
                  >
                    <BreakableName name={part.name} />
                  </PlaceLink>
                </Fragment>
              )
            );
          })}
        </div>
      </WithConsoleLinks>
    </th>
  );
}
