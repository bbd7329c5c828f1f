/** AWS ended an aggregation without a result, and said why. */
export class AggregationEnded extends Error {
  constructor(
    readonly status: 'FAILED' | 'TIMEOUT',
    readonly statusMessage: string | undefined,
  ) {
    super(statusMessage ?? status);
    this.name = 'AggregationEnded';
  }
}
