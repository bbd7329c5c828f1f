import type { ChangeSettings } from '../settings/profile-settings';
import { SettingsLink } from '../settings/settings-link';
import type { LinkedChange } from '../settings/use-settings-href';
import { formatPoints } from './format-points';
import classes from './summary-line.module.css';

type ChangeLinkProps = {
  group: string;
  onChange: ChangeSettings;
  compare: LinkedChange;
  /** Change of a share (0–1). */
  change: number;
  /** What the change is measured against: `on yesterday`. */
  words: string;
  title: string;
};

/** The change of a share as a link to the comparison: `(+2.3 points on yesterday)`. */
export const ChangeLink = ({ compare, change, words, ...link }: ChangeLinkProps) => (
  <span className={classes.muted}>
    (
    <SettingsLink {...link} className={classes.change} change={compare}>
      {formatPoints(change)}
      {words && ` ${words}`}
    </SettingsLink>
    )
  </span>
);
