import type { CallLimit } from '@/lib/answer/call-limit';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import type { StatisticsPage, StatisticsRequest } from '@/lib/farm/session-statistics';
import { MINUTE } from '@/lib/time/duration';
import type { Timing } from '../../aws/timing';
import { ChangingState } from '../../changing-state';
import { AggregationPages } from './aggregation-pages';
import type { AggregationState } from './aggregation-state';
import { archivedRows, archiveRows, recordRows } from './archived-rows';
import { CollectedRows, MAX_ROWS } from './collected-rows';
import { startWhenFree } from './start-when-free';
import { pollDelay } from './timing';

/** Archived rows are sent in pieces, because a browser reads each in one go. */
const CHUNK_ROWS = 1000;

/** AWS may send pages that have few rows or none. */
const MAX_PAGES = 4000;

/** AWS ends a long aggregation by itself. One that it never ends must not hold the farm's turn. */
const MAX_AGGREGATING_MS = 15 * MINUTE;

export type RunOptions = {
  /** Equal for equal requests. */
  key: string;
  request: StatisticsRequest;
  /** Our own aggregations of the farm, one at a time like AWS's. */
  line: CallLimit;
  timing: Timing;
};

/** One aggregation from its start at AWS, or from the archive, to its last row. Only pages of a completed one add rows. */
export class AggregationRun {
  readonly state = new ChangingState<AggregationState>({ phase: 'starting' });
  readonly rows: CollectedRows;
  /** When it was requested from AWS, epoch milliseconds. */
  asOf: number | undefined;
  /** Whether AWS completed it, so that the farm's next aggregation can start. */
  isCompleted = false;
  /** Whether AWS has more rows, which are not read. */
  isCut = false;
  #pageCount = 0;
  #pages: AggregationPages | undefined;

  constructor(private readonly options: RunOptions) {
    this.rows = new CollectedRows(options.request.groupBy);
  }

  /** Whether it has all its rows, or as many as are read. */
  get isComplete(): boolean {
    return this.state.current.phase === 'complete';
  }

  /** Whether AWS has an id for it. */
  get hasStarted(): boolean {
    return this.#pages !== undefined;
  }

  get isOver(): boolean {
    const { phase } = this.state.current;
    return phase === 'complete' || phase === 'failed';
  }

  /** Keeps its rows, once it is complete, for the link that is being made, if there is one. */
  record(): Promise<void> {
    return recordRows(this.options.key, this.options.request, this);
  }

  /** Takes the rows from the archive, and returns whether it has them. */
  async readArchive(): Promise<boolean> {
    const archived = await archivedRows(this.options.key);
    if (!archived) return false;
    this.asOf = archived.asOf;
    for (let from = 0; from < archived.rows.length; from += CHUNK_ROWS)
      this.rows.add(archived.rows.slice(from, from + CHUNK_ROWS));
    this.isCompleted = true;
    this.isCut = archived.isCut;
    this.state.set({ phase: 'complete' });
    return true;
  }

  /**
   * Starts it when it is its turn, and polls until AWS has ended it, within limits: the farm is busy until then. `signal` ends the waiting
   * for the start.
   */
  aggregate(signal: AbortSignal): Promise<void> {
    const { line, timing } = this.options;
    const run = async () => {
      const pages = this.#pages ?? (await this.#start(signal));
      this.state.set({ phase: 'aggregating' });
      // Calls count too: each may take long, or be tried again.
      const end = timing.now() + MAX_AGGREGATING_MS;
      for (let pollCount = 0; timing.now() < end; pollCount++) {
        const page = await pages.poll();
        if (page.status !== 'IN_PROGRESS') return this.#add(page);
        await timing.wait(pollDelay(pollCount, timing));
      }
      throw new ProblemError(ENDLESS);
    };
    return line.run(run, signal, (before) => this.state.set({ phase: 'line', place: before + 1 }));
  }

  async #start(signal: AbortSignal): Promise<AggregationPages> {
    const { request, timing } = this.options;
    this.state.set({ phase: 'starting' });
    const { aggregationId, asOf } = await startWhenFree(request, timing, this.state, signal);
    this.asOf = asOf;
    this.#pages = new AggregationPages({ farmId: request.farmId, aggregationId }, timing);
    return this.#pages;
  }

  /** Reads the next page of rows. `signal` ends the waiting after a temporary problem. */
  async readPage(signal: AbortSignal): Promise<void> {
    if (!this.#pages) throw new Error('The aggregation has not started.');
    this.#add(
      await this.#pages.next(signal, (page) => page.status === 'COMPLETED' && !this.#isCutAfter(page)),
    );
  }

  /** Whether AWS has more rows after a page than are read. */
  #isCutAfter({ rows, nextToken }: StatisticsPage): boolean {
    const isFull = this.rows.count + rows.length >= MAX_ROWS || this.#pageCount + 1 >= MAX_PAGES;
    return isFull && nextToken !== undefined;
  }

  #add(page: StatisticsPage): void {
    const { status, statusMessage, rows, nextToken } = page;
    if (status !== 'COMPLETED') {
      const ended = status === 'TIMEOUT' ? status : ('FAILED' as const);
      const failure = { status: ended, ...(statusMessage && { statusMessage }) };
      this.state.set({ phase: 'failed', failure });
      return;
    }
    this.isCompleted = true;
    this.isCut = this.#isCutAfter(page);
    this.rows.add(rows);
    this.#pageCount += 1;
    if (nextToken === undefined || this.isCut) this.#complete();
    else this.state.set({ phase: 'reading' });
  }

  #complete(): void {
    const { key, request } = this.options;
    if (this.asOf !== undefined && !this.isCut) archiveRows(key, request, this.rows, this.asOf);
    this.state.set({ phase: 'complete' });
  }
}

const ENDLESS: Problem = {
  code: 'TimeoutError',
  message: `AWS has not ended an aggregation in ${MAX_AGGREGATING_MS / MINUTE} minutes. Choose a shorter range, fewer queues or fleets, or a longer period.`,
  status: 504,
  retryable: false,
};
