'use client';

import { useState } from 'react';
import type { Coverage } from '@/lib/answer/answer';
import type { ExistingProfiles } from '@/lib/profile/range/existing-profiles';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { existingText } from './existing-text';
import classes from './profile-times.module.css';

type ProfileTimesProps = {
  /** The page's range; undefined for the latest profile. */
  range: Span | undefined;
  /** The range widened to whole aggregated profiles, as AWS receives it. */
  requested: Span;
  /** Time that the profile covers. */
  coverage: Coverage | undefined;
  /** The profiles in that time; undefined for the latest profile, and until they are known. */
  existing: ExistingProfiles | undefined;
  /** When the agent last reported, epoch milliseconds. */
  agentSeenAt: number | undefined;
  zone: string;
};

const isSame = (a: Span, b: Span) => a.from === b.from && a.to === b.to;

/** The chosen range, the requested one, the covered one, and when the agent was last seen. */
export function ProfileTimes({ range, requested, coverage, existing, agentSeenAt, zone }: ProfileTimesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const facts = [
    ...(range ? [['Range', formatSpan(range, zone)]] : []),
    ...(range && !isSame(range, requested)
      ? [['Requested', `${formatSpan(requested, zone)}, to include whole profiles`]]
      : []),
    ...(coverage
      ? [['Covered', existing ? existingText(existing, requested, zone) : formatSpan(coverage, zone)]]
      : []),
    ...(agentSeenAt === undefined ? [] : [['Agent last seen', formatInstant(agentSeenAt, zone)]]),
  ];
  const first = facts.find(([term]) => term === 'Covered') ?? facts[0];
  return (
    <div className={classes.times} data-open={isOpen || undefined}>
      <dl aria-label="Times of this profile">
        {facts.map((fact) => (
          <div key={fact[0]} data-first={fact === first || undefined}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Fewer times' : 'All times'}
      </button>
    </div>
  );
}
