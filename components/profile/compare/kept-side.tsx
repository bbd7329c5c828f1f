import { Anchor } from '@mantine/core';
import { linkPath } from '@/lib/answer/shared-link';
import { linkOptions } from '@/lib/queries/links';
import { useQuery } from '@/lib/queries/use-query';
import { formatInstant, formatSpan } from '@/lib/time/format';
import { formatSamples } from '../frame-text/format-samples';
import type { ComparedSide } from './baseline';
import classes from './sides.module.css';

type KeptSideProps = {
  side: ComparedSide;
  /** Samples of the side's profile. */
  samples: number | undefined;
  zone: string;
};

/** The baseline of a comparison that a shared link keeps: its group, time and samples, and when it was kept. */
export function KeptSide({ side: { group, span, kept = '' }, samples, zone }: KeptSideProps) {
  const { data, error } = useQuery(linkOptions(kept));
  return (
    <section aria-label="Baseline">
      <div className={classes.head}>
        <b>Baseline</b>
        <span>{group}</span>
        <span>{formatSpan(span, zone)}</span>
        {samples !== undefined && <span>{formatSamples(samples)}</span>}
        <Anchor href={linkPath(kept)} size="xs">
          {data
            ? `As it was kept at ${formatInstant(data.data.keptAt, zone, 'second')}`
            : 'As a shared link keeps it'}
        </Anchor>
        {error && <span>{error.message}</span>}
      </div>
    </section>
  );
}
