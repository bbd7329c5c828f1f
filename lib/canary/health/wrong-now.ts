import { counted } from '@/lib/answer/counted';
import type { CanaryHealth } from './canary-health';
import type { KnownHealth } from './headline';
import { statusDetail } from './status-text';

/** Canaries that a sentence names. */
const MAX_NAMED = 2;

export type NamedHealth = KnownHealth & { name: string; hasFailed: boolean };

/** What is wrong with canaries at the end of a range: texts about those that are named, and about all others. */
export type WrongNow = { named: { name: string; text: string }[]; rest: string };

/**
 * What is wrong with canaries at an instant, the worst first as given: `login` `has been failing since 13:45 UTC`, and `2 more are
 * failing or silent.` Says how many of `total` canaries could not be judged. `of` is what the canaries belong to: ` of this view`.
 */
export function wrongNow(
  canaries: readonly NamedHealth[],
  { total, zone, at, of = '' }: { total: number; zone: string; at: number; of?: string },
): WrongNow {
  const wrong = canaries.flatMap(({ name, health }) => {
    const text = health && textOf(health, zone, at);
    return text ? [{ name, text }] : [];
  });
  const more = wrong.length - MAX_NAMED;
  const notJudged = canaries.filter(({ health }) => !health || health.atEnd.state === 'unknown');
  const failed = notJudged.filter(({ hasFailed }) => hasFailed).length;
  const unknown = notJudged.filter(({ isCovered, hasFailed }) => isCovered && !hasFailed).length;
  const unread = notJudged.length - failed - unknown;
  const leftOut = total - canaries.length;
  const isAnyUnknown = notJudged.length + leftOut > 0;
  return {
    named: wrong.slice(0, MAX_NAMED),
    rest: [
      ...(wrong.length === 0
        ? [`No canary${of} ${isAnyUnknown ? 'whose state is known ' : ''}is failing or silent.`]
        : []),
      ...(more > 0 ? [`${more} more ${more === 1 ? 'is' : 'are'} failing or silent.`] : []),
      ...(unread > 0 ? [`${counted(unread, 'canary', 'canaries')} still being read.`] : []),
      ...(unknown > 0 ? [`The state of ${counted(unknown, 'canary', 'canaries')} is unknown.`] : []),
      ...(failed > 0 ? [`${counted(failed, 'canary', 'canaries')} could not be read.`] : []),
      ...(leftOut > 0 ? [`${counted(leftOut, 'canary', 'canaries')} not read.`] : []),
    ].join(' '),
  };
}

function textOf({ atEnd }: CanaryHealth, zone: string, at: number): string | undefined {
  const detail = statusDetail(atEnd, zone, at);
  if (atEnd.state === 'failing') return `has been failing ${detail}`;
  return atEnd.state === 'silent' ? `has had ${detail}` : undefined;
}
