import type { Problem } from '@/lib/answer/problem';
import type { LoadedRuns } from '../loaded';
import { RunSet } from '../run-set';
import { readRuns } from './run-chunk';
import type { RunsEvent } from './run-event';

type EventOf<Type extends RunsEvent['type']> = Extract<RunsEvent, { type: Type }>;

/** A canary's runs, as far as they were read. */
export type RunHistory = {
  loaded: LoadedRuns;
  /** When AWS was asked for the newest runs, epoch milliseconds; undefined before the first answer was read to its end. */
  asOf: number | undefined;
  /** Start of the range that was read to its end; undefined while it is being read. Epoch milliseconds. */
  answeredFrom: number | undefined;
  isCut: boolean;
  warnings: string[];
  /** Why there are no newer runs. */
  stale?: Problem;
};

/** Runs that an answer continues: it has only those that started at or after `after`. */
export type Continued = { history: RunHistory; after: number };

/** Collects the lines of an answer into a canary's runs. */
export class RunCollector {
  readonly #runs: RunSet;
  #from = Number.POSITIVE_INFINITY;

  constructor(private readonly continued?: Continued) {
    const { history, after = 0 } = continued ?? {};
    this.#runs = new RunSet(history?.loaded.runs.filter(({ started }) => started < after));
  }

  /** Number of runs so far. */
  get count(): number {
    return this.#runs.size;
  }

  add(event: EventOf<'runs' | 'progress'>): void {
    if (event.type === 'progress') this.#from = event.knownFrom ?? Number.POSITIVE_INFINITY;
    else for (const run of readRuns(event.chunk)) this.#runs.add(run);
  }

  /** The runs so far. As long as an answer doesn't reach the runs that it continues, those alone. */
  get soFar(): RunHistory {
    const { history, after = Number.NEGATIVE_INFINITY } = this.continued ?? {};
    if (history && this.#from > after) return history;
    const { asOf, answeredFrom, warnings = [] } = history ?? {};
    return { loaded: this.#loaded(this.#from, undefined), asOf, answeredFrom, isCut: false, warnings };
  }

  /** The runs of an answer about a range that starts at `answeredFrom`. */
  end(event: EventOf<'end'>, answeredFrom: number): RunHistory {
    const { asOf, knownFrom, completeFrom, isCut, warnings, stale } = event;
    const loaded = this.#loaded(knownFrom ?? Number.NEGATIVE_INFINITY, completeFrom ?? undefined);
    return { loaded, asOf, answeredFrom, isCut, warnings, ...(stale && { stale }) };
  }

  /** Runs from an instant on, or from where the continued ones begin if the two touch. */
  #loaded(from: number, completeFrom: number | undefined): LoadedRuns {
    const { history, after = 0 } = this.continued ?? {};
    const before = history && from <= after ? history.loaded : undefined;
    const start = Math.min(from, before?.from ?? from);
    const runs = this.#runs.newestFirst().filter(({ started }) => started >= start);
    return { runs, from: start, completeFrom: earlier(completeFrom, before?.completeFrom) };
  }
}

/** The earlier of two instants, of which either may be unknown. */
const earlier = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
