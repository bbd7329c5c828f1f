'use client';

import { useZone } from '@/components/range/use-range';
import type { Coverage } from '@/lib/answer/answer';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './panel.module.css';
import running from './running-line.module.css';

type CoverageBarProps = { span: Span | undefined; coverage: Coverage | undefined; fetching: boolean };

const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;

/** The requested range as a line, with the covered part highlighted. Animated while fetching. */
export function CoverageBar({ span, coverage, fetching }: CoverageBarProps) {
  const zone = useZone();
  const line = {
    className: `${classes.coverage} ${running.line}`,
    'data-running': fetching || undefined,
  };
  if (!span || !coverage) return <div {...line} />;
  const length = span.to - span.from;
  const covered = coverage.to > coverage.from ? formatSpan(coverage, zone) : 'no part of it whole';
  const sentence = `Requested: ${formatSpan(span, zone)}. The data covers ${covered}.`;
  return (
    <div {...line} data-known role="img" aria-label={sentence} title={sentence}>
      <div
        className={classes.covered}
        style={{
          left: percent((coverage.from - span.from) / length),
          right: percent((span.to - coverage.to) / length),
        }}
      />
    </div>
  );
}
