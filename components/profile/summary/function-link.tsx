import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { inspectedChange } from '../actions/frame-actions';
import type { ChangeSettings } from '../settings/profile-settings';
import { SettingsLink } from '../settings/settings-link';
import classes from './summary-line.module.css';

type FunctionLinkProps = {
  group: string;
  onChange: ChangeSettings;
  name: string;
  /** Instead of the short name of the function. */
  label?: string | undefined;
  title: string;
};

const MAX_LABEL_LENGTH = 60;

/** A link that inspects a function. */
export const FunctionLink = ({ name, label, ...link }: FunctionLinkProps) => (
  <SettingsLink
    {...link}
    className={label === undefined ? classes.function : classes.link}
    change={inspectedChange(name)}
  >
    {(label ?? parseFrame(name).label).slice(0, MAX_LABEL_LENGTH) || 'no name'}
  </SettingsLink>
);
