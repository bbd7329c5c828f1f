import classes from './flame-tooltip.module.css';

/** Explains self and total as text, since a tooltip can't have tooltips. */
export const KindsNote = () => (
  <div className={classes.place}>self: it ran itself · total: with everything it called</div>
);
