import { isNotFound, ProblemError } from '@/lib/answer/problem';
import type { AggregationPlan } from '@/lib/farm/plan/plan-aggregations';
import type { CostEvent, CostFailure, CostStep } from '@/lib/farm/stream/cost-event';
import { joinChunks } from '@/lib/farm/stream/join-chunks';
import type { RowChunk } from '@/lib/farm/stream/row-chunk';
import { changesWithin } from '../../changing-state';
import { MAX_SILENCE_MS, untilNextSend } from '../../stream-pace';
import type { Aggregations, Joined } from './aggregations';
import { MAX_ROWS } from './collected-rows';

/** Maximum number of chunks in a line, which the browser reads in one go. */
const MAX_JOINED = 10;

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
    let sentAt = Number.NEGATIVE_INFINITY;
    let isSilent = false;
    for (let told = ''; ; ) {
      const { change, current } = run.state;
      // The farm's next aggregation runs while this one's rows are read.
      if (run.isCompleted && index + 1 < this.plan.requests.length) this.#join(index + 1);
      while (sentCount < run.rows.chunks.length && !this.isFull) {
        const chunks = this.#upToFull(run.rows.chunks.slice(sentCount, sentCount + MAX_JOINED));
        const chunk = joinChunks(chunks);
        sentCount += chunks.length;
        this.rowCount += chunk.count.length;
        sentAt = performance.now();
        yield { type: 'rows', aggregation: index, segment, chunk };
      }
      const isWhole = current.phase === 'complete' && sentCount === run.rows.chunks.length && !run.isCut;
      if (isWhole) this.wholeCount += 1;
      if (current.phase === 'complete' || this.isFull) break;
      if (current.phase === 'failed') throw new CostsFailed(current.failure);
      const event = this.#progress(current, index);
      if (isSilent || JSON.stringify(event) !== told) yield event;
      told = JSON.stringify(event);
      isSilent = !(await changesWithin(change, MAX_SILENCE_MS, this.signal));
      await untilNextSend(run.state, sentAt, () => run.state.current.phase === 'reading', this.signal);
    }
    this.asOf = Math.min(this.asOf, run.asOf ?? Number.POSITIVE_INFINITY);
    if (run.isComplete) await run.record();
  }

  /** The chunks until an answer has its maximum of rows. */
  #upToFull(chunks: RowChunk[]): RowChunk[] {
    let { rowCount } = this;
    return chunks.filter(({ count }) => {
      const fits = rowCount < MAX_ROWS;
      rowCount += count.length;
      return fits;
    });
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
