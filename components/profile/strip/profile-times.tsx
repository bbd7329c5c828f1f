import type { Coverage } from '@/lib/answer/answer';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './strip-picture.module.css';

type StripWordsProps = {
  /** The page's range, and what AWS is asked for in its place; undefined for the latest profile. */
  span: Span | undefined;
  asked: Span;
  /** What the profile really covers. */
  coverage: Coverage | undefined;
  /** When the agent last reported, epoch milliseconds. */
  agentSeen: number | undefined;
  zone: string;
};

const isSame = (a: Span, b: Span) => a.from === b.from && a.to === b.to;

/** The range that was chosen, the one that AWS was asked for, what its answer covers, and when the agent was last seen. */
export function StripWords({ span, asked, coverage, agentSeen, zone }: StripWordsProps) {
  const facts = [
    ...(span ? [['Range', formatSpan(span, zone)]] : []),
    ...(span && !isSame(span, asked)
      ? [['Asked for', `${formatSpan(asked, zone)}, where profiles begin and end`]]
      : []),
    ...(coverage
      ? [['Covered', span && isSame(coverage, asked) ? 'all of it' : formatSpan(coverage, zone)]]
      : []),
    ...(agentSeen === undefined ? [] : [['Agent last seen', formatInstant(agentSeen, zone)]]),
  ];
  return (
    <dl className={classes.words} aria-label="Time of this profile">
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
