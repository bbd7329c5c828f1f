import {
  type HealthByName,
  type HealthSoFar,
  healthAfter,
  NO_HEALTH,
} from '@/lib/canary/stream/health-so-far';
import type { Span } from '@/lib/time/range';
import { healthEvents } from '../synthetics/runs/health-events';
import type { ReadFigures } from './link-difference';
import type { Figure } from './side-figures';

/** Maximum number of canaries whose runs are read. */
const MAX_CANARIES = 20;

/** The figures of a canary's scheduled runs, or in short those of several ones. */
export const canaryFigures =
  (all: readonly string[], isOne: boolean, signal: AbortSignal): ReadFigures =>
  async (span, now) => {
    const names = all.slice(0, MAX_CANARIES);
    let byName: HealthByName = {};
    for await (const event of healthEvents(names, { span, now, bins: 1 }, signal))
      byName = healthAfter(byName, event);
    const read = names.map((name) => ({ name, health: byName[name] ?? NO_HEALTH }));
    const notes = read.flatMap(({ name, health }) =>
      notesOf(health, span).map((note) => (isOne ? note : `${name}: ${note}`)),
    );
    return {
      span,
      figures: isOne
        ? read.flatMap(({ health }) => figuresOf(health, span))
        : [
            sumOf(
              read.map(({ health }) => health),
              span,
            ),
            ...read.map(listedFigure),
          ],
      absent: null,
      notes: [
        ...notes,
        ...(all.length === 0 ? ['The link keeps no runs of canaries.'] : []),
        ...(all.length > MAX_CANARIES ? [`Only ${MAX_CANARIES} of ${all.length} canaries were read.`] : []),
      ],
    };
  };

type Known = NonNullable<HealthSoFar['health']>;

/** What is known of a time; undefined if nothing is. */
const knownIn = ({ health, problem }: HealthSoFar): Known | undefined =>
  health && !problem && health.coverage.to > health.coverage.from ? health : undefined;

/** What of the time is unknown, and why. */
function notesOf({ health, problem, warnings }: HealthSoFar, span: Span): string[] {
  if (problem) return [problem.message];
  const isPart = health && health.coverage.to > health.coverage.from && health.coverage.from > span.from;
  return [...warnings, ...(isPart ? ['Not all runs of this time are known.'] : [])];
}

/** A count of all of the time; unknown where a part of it is. */
const countIn = (health: Known | undefined, span: Span, count: (known: Known) => number) =>
  health && health.coverage.from <= span.from ? count(health) : null;

const failed = ({ finished, passed }: Known) => finished - passed;

const sumOf = (all: readonly HealthSoFar[], span: Span): Figure => {
  const counts = all.map((each) => countIn(knownIn(each), span, failed));
  const value = counts.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
  return {
    key: 'failed',
    label: 'Failed runs of all',
    unit: 'count',
    value: all.length === 0 ? null : value,
    isSum: true,
  };
};

const availabilityOf = (health: Known | undefined) =>
  health && health.finished > 0 ? health.passed / health.finished : null;

const listedFigure = ({ name, health }: { name: string; health: HealthSoFar }): Figure => ({
  key: name,
  label: `${name}, passed`,
  unit: 'share',
  value: availabilityOf(knownIn(health)),
});

function figuresOf(reading: HealthSoFar, span: Span): Figure[] {
  const health = knownIn(reading);
  const durations = health?.durations;
  return [
    { key: 'passed', label: 'Passed', unit: 'share', value: availabilityOf(health), isSum: true },
    {
      key: 'finished',
      label: 'Finished runs',
      unit: 'count',
      value: countIn(health, span, ({ finished }) => finished),
      isSum: true,
    },
    { key: 'failed', label: 'Failed runs', unit: 'count', value: countIn(health, span, failed), isSum: true },
    { key: 'median', label: 'Duration, median', unit: 'ms', value: durations?.p50 ?? null, isSum: true },
    {
      key: 'p95',
      label: 'Duration, 95th percentile',
      unit: 'ms',
      value: durations?.p95 ?? null,
      isSum: true,
    },
  ];
}
