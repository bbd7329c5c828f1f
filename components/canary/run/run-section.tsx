import type { ReactNode } from 'react';
import classes from './run-section.module.css';

type RunSectionProps = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of the details of a run, with its heading. */
export const RunSection = ({ title, aside, children }: RunSectionProps) => (
  <section aria-label={title} className={classes.section}>
    <div className={classes.heading}>
      <h3>{title}</h3>
      {aside}
    </div>
    {children}
  </section>
);
