import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { inspectedChange } from '../actions/frame-actions';
import { FunctionName } from '../frame-text/function-name';
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

const MAX_LABEL_LENGTH = 120;

/** A link that inspects a function. */
export function FunctionLink({ name, label, ...link }: FunctionLinkProps) {
  const text = (label ?? parseFrame(name).label).slice(0, MAX_LABEL_LENGTH);
  return (
    <SettingsLink
      {...link}
      className={label === undefined ? classes.function : classes.link}
      change={inspectedChange(name)}
      aria-label={label === undefined ? text : undefined}
    >
      {label === undefined ? <FunctionName label={text} /> : text}
    </SettingsLink>
  );
}
