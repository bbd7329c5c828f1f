import { formatNumber } from '@/lib/answer/format-number';
import type { HourCount } from '@/lib/canary/health/failures';
import classes from './failures.module.css';

const pad = (hour: number) => String(hour).padStart(2, '0');

/** The share of scheduled runs that failed in each hour of the day, with a bar for each hour. */
export function FailureHours({ hours, zone }: { hours: readonly HourCount[]; zone: string }) {
  const shareOf = ({ failed, finished }: HourCount) => (finished === 0 ? 0 : failed / finished);
  const highest = Math.max(...hours.map(shareOf));
  return (
    <section aria-label="Failures by hour of the day">
      <h3 className={classes.heading}>By hour of the day, {zone}</h3>
      <p className={classes.scale}>Up to {formatNumber(100 * highest, 1)} % of the runs of an hour</p>
      <ol className={classes.hours}>
        {hours.map((count) => {
          const { hour, failed, finished } = count;
          const text = `${pad(hour)}:00–${pad((hour + 1) % 24)}:00: ${formatNumber(failed)} of ${formatNumber(finished)} failed`;
          return (
            <li key={hour} title={text} aria-label={text}>
              <span
                aria-hidden
                className={classes.hour}
                style={{ height: highest === 0 ? 0 : `${(100 * shareOf(count)) / highest}%` }}
              />
            </li>
          );
        })}
      </ol>
      <div aria-hidden className={classes.clock}>
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{pad(hour)}</span>
        ))}
      </div>
    </section>
  );
}
