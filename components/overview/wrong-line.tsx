'use client';

import { RangeLink } from '@/components/range/range-link';
import { useIsCurrent, useRange } from '@/components/range/use-range';
import { type NamedHealth, wrongNow } from '@/lib/canary/health/wrong-now';
import { formatInstant } from '@/lib/time/format';
import classes from './wrong-line.module.css';

type WrongLineProps = {
  rows: readonly NamedHealth[];
  total: number | undefined;
  /** The canaries are those of a view, not all. */
  isView: boolean;
};

/** Says in a sentence or two which canaries are wrong at the end of the range, and since when. */
export function WrongLine({ rows, total, isView }: WrongLineProps) {
  const { span, now, zone } = useRange();
  const isCurrent = useIsCurrent();
  const at = Math.min(span.to, now);
  const when = isCurrent && span.to >= now ? 'Now' : `At ${formatInstant(at, zone)}`;
  if (total === undefined) return <p className={classes.line} />;
  if (total === 0) return null;
  const { named, rest } = wrongNow(rows, { total, zone, at, ...(isView && { of: ' of this view' }) });
  return (
    <p className={classes.line}>
      <span className={classes.time}>{when}:</span>
      {named.map(({ name, text }) => (
        <span key={name}>
          <span aria-hidden className={classes.wrong}>
            ▲{' '}
          </span>
          <RangeLink href={`/canaries/${encodeURIComponent(name)}`} inherit underline="always">
            {name}
          </RangeLink>{' '}
          {text}.
        </span>
      ))}
      {rest !== '' && <span>{rest}</span>}
    </p>
  );
}
