import { setImmediate as turn } from 'node:timers/promises';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { badAnswer } from '../../aws/problem';
import type { Timing } from '../../aws/timing';
import { tryAgain } from '../../aws/try-again';
import { getSessionsStatisticsAggregation } from '../get-sessions-statistics-aggregation';

/** The pages of an aggregation, in their order. */
export class AggregationPages {
  #nextToken: string | undefined;
  /** The next page, while it is on its way. */
  #ahead: { page: Promise<StatisticsPage>; signal: AbortSignal } | undefined;

  constructor(
    private readonly of: { farmId: string; aggregationId: string },
    private readonly timing: Timing,
  ) {}

  /** The status of an aggregation that may be running, with the first page if it has completed. */
  async poll(): Promise<StatisticsPage> {
    const page = await tryAgain(() => getSessionsStatisticsAggregation(this.of), this.timing);
    this.#nextToken = page.nextToken;
    return page;
  }

  /**
   * The next page. If there is another one that `isWanted`, it is requested before this one is returned, because AWS need not wait
   * until its rows are added. When `signal` is aborted nothing is requested ahead, and the waiting after a temporary problem ends.
   */
  async next(signal: AbortSignal, isWanted: (page: StatisticsPage) => boolean): Promise<StatisticsPage> {
    const reading = this.#takeAhead(signal) ?? this.#read(signal);
    this.#ahead = undefined;
    const page = await reading;
    const { nextToken } = page;
    if (nextToken !== undefined && nextToken === this.#nextToken)
      throw badAnswer('GetSessionsStatisticsAggregation', 'the token of a page is that of the next one too');
    this.#nextToken = nextToken;
    if (nextToken === undefined || signal.aborted || !isWanted(page)) return page;
    this.#readAhead(signal);
    // The client writes its request before this turn of the event loop ends.
    await turn();
    return page;
  }

  #readAhead(signal: AbortSignal): void {
    const ahead = { page: this.#read(signal), signal };
    this.#ahead = ahead;
    ahead.page.catch(() => {
      // Nobody waited for it any more, so that is no failure for who comes later.
      if (signal.aborted && this.#ahead === ahead) this.#ahead = undefined;
    });
  }

  /** The page that is on its way. If those who requested it leave meanwhile, it is requested again for who waits now. */
  #takeAhead(signal: AbortSignal): Promise<StatisticsPage> | undefined {
    const ahead = this.#ahead;
    return ahead?.page.catch((error: unknown) => {
      if (error !== ahead.signal.reason || signal.aborted) throw error;
      return this.#read(signal);
    });
  }

  #read(signal: AbortSignal): Promise<StatisticsPage> {
    const nextToken = this.#nextToken;
    const request = { ...this.of, ...(nextToken && { nextToken }) };
    return tryAgain(() => getSessionsStatisticsAggregation(request), this.timing, signal);
  }
}
