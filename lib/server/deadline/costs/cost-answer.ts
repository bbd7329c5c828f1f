import { isNotFound, ProblemError } from '@/lib/answer/problem';
import type { AggregationPlan } from '@/lib/farm/plan/plan-aggregations';
import type { CostEvent, CostFailure, CostStep } from '@/lib/farm/stream/cost-event';
import { SECOND } from '@/lib/time/duration';
import { untilAborted } from '../../shared-calls';
import type { Aggregations, Joined } from './aggregations';
import { MAX_ROWS } from './collected-rows';

/** Progress is repeated after so long: proxies end an answer in which nothing is sent for a minute. */
const MAX_SILENCE_MS = 15 * SECOND;

/** Why an answer has no end. */
export class CostsFailed extends Error {
  constructor(readonly failure: CostFailure) {
    super('The costs failed.');
  }
}

/** A viewer of all aggregations of a plan, one after the other. */
export class CostAnswer {
  /** When the first of the aggregations started. */
  asOf = Number.POSITIVE_INFINITY;
  /** Rows so far. */
  rowCount = 0;
  /** Aggregations of which all rows were sent. */
  wholeCount = 0;
  readonly #joined: Joined[] = [];

  constructor(
    private readonly plan: AggregationPlan,
    private readonly aggregations: Aggregations,
    private readonly fresh: boolean,
    private readonly signal: AbortSignal,
  ) {}

  get isFull(): boolean {
    return this.rowCount >= MAX_ROWS;
  }

  /** Progress and rows of one aggregation. Throws CostsFailed. Starts over once if AWS has forgotten it before its first row. */
  async *eventsOf(index: number): AsyncGenerator<CostEvent> {
    const before = this.rowCount;
    try {
      yield* this.#follow(index);
    } catch (error) {
      if (!isForgotten(error) || this.rowCount > before) throw error;
      this.#joined[index]?.leave();
      delete this.#joined[index];
      yield* this.#follow(index);
    }
  }

  leave(): void {
    for (const joined of this.#joined) joined?.leave();
  }

  async *#follow(index: number): AsyncGenerator<CostEvent> {
    const { run } = this.#join(index).aggregation;
    const { segment = 0 } = this.plan.requests[index] ?? {};
    let sentCount = 0;
    let isSilent = false;
    for (let told = ''; ; ) {
      const { change, current } = run.state;
      // The farm's next aggregation runs while this one's rows are read.
      if (run.isCompleted && index + 1 < this.plan.requests.length) this.#join(index + 1);
      for (; sentCount < run.rows.chunks.length && !this.isFull; sentCount++) {
        const chunk = run.rows.chunks[sentCount];
        if (!chunk) break;
        this.rowCount += chunk.count.length;
        yield { type: 'rows', aggregation: index, segment, chunk };
      }
      const isWhole = current.phase === 'complete' && sentCount === run.rows.chunks.length && !run.isCut;
      if (isWhole) this.wholeCount += 1;
      if (current.phase === 'complete' || this.isFull) break;
      if (current.phase === 'failed') throw new CostsFailed(current.failure);
      const event = this.#progress(current, index);
      if (isSilent || JSON.stringify(event) !== told) yield event;
      told = JSON.stringify(event);
      isSilent = await this.#isSilentUntil(change);
    }
    this.asOf = Math.min(this.asOf, run.asOf ?? Number.POSITIVE_INFINITY);
  }

  /** Waits for a change, but not so long that a proxy would end the answer. Returns whether nothing has changed. */
  async #isSilentUntil(change: Promise<void>): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<true>((resolve) => {
      timer = setTimeout(resolve, MAX_SILENCE_MS, true);
    });
    try {
      return await untilAborted(Promise.race([change.then(() => false), silence]), this.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  #join(index: number): Joined {
    const known = this.#joined[index];
    if (known) return known;
    const request = this.plan.requests[index]?.request;
    if (!request) throw new Error(`The plan has no aggregation ${index}.`);
    const joined = this.aggregations.join(request, this.fresh);
    this.#joined[index] = joined;
    return joined;
  }

  #progress(step: CostStep, index: number): CostEvent {
    const [aggregation, aggregationCount] = [index + 1, this.plan.requests.length];
    return {
      type: 'progress',
      progress: { ...step, aggregation, aggregationCount, rowCount: this.rowCount },
    };
  }
}

const isForgotten = (error: unknown) =>
  error instanceof CostsFailed &&
  error.failure.status === 'PROBLEM' &&
  isNotFound(new ProblemError(error.failure.problem));
