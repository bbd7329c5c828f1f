import type { AwsKey } from '../session-statistics';
import type { Costs } from './collect-costs';
import type { CostEvent } from './cost-event';
import { costReader } from './cost-reader';

/** Costs that the server sends with a page, as the events of their answer: a table of rows is no JSON. */
export type SentCosts = { sentCosts: { keys: readonly AwsKey[]; events: CostEvent[] } };

/** Makes costs of those that were sent, and leaves other data as they are. */
export function receivedCosts(data: unknown): unknown {
  return isSent(data) ? costsOf(data) : data;
}

const isSent = (data: unknown): data is SentCosts =>
  typeof data === 'object' && data !== null && 'sentCosts' in data;

function costsOf({ sentCosts: { keys, events } }: SentCosts): Costs | undefined {
  const read = costReader(keys);
  return events.map(read).find((costs) => costs !== undefined);
}
