import classes from './function-name.module.css';
import { ownNameStart } from './own-name-start';

/**
 * The label of a function on one line. In a narrow place its class or module is cut before its own name. The element around it needs
 * the label as its accessible name, because both parts are boxes.
 */
export function FunctionName({ label }: { label: string }) {
  const start = ownNameStart(label);
  return (
    <span className={classes.name}>
      {start > 0 && <span className={classes.owner}>{label.slice(0, start)}</span>}
      <span className={classes.own}>{label.slice(start)}</span>
    </span>
  );
}
