import { formatInstant } from '@/lib/time/format';
import classes from './health.module.css';

/** An instant in a cell of a table, which breaks between date and time alone. */
export function Instant({ at, zone }: { at: number; zone: string }) {
  const [date, time] = formatInstant(at, zone).split(', ');
  return (
    <>
      <span className={classes.whole}>{date},</span> <span className={classes.whole}>{time}</span>
    </>
  );
}
