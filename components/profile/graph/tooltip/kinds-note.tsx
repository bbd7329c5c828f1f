import classes from './flame-tooltip.module.css';

/** What self and total mean. A tooltip can't have tooltips. */
export const KindsNote = () => (
  <div className={classes.place}>self: it ran itself · total: with everything it called</div>
);
