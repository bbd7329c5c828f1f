import classes from './chart.module.css';

/** What the marks above bars mean. */
export const MarkNote = ({ text }: { text: string }) => (
  <p className={classes.note}>
    <svg className={classes.marked} viewBox="0 0 10 10" aria-hidden>
      <path className={classes.mark} d="M1 2h8l-4 6z" />
    </svg>
    {text}
  </p>
);
