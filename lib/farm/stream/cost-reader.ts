import type { AwsKey } from '../session-statistics';
import { CostCollector, type Costs } from './collect-costs';
import type { CostEvent } from './cost-event';

/** Makes a function that takes the events of an answer one by one, and returns the costs at its end. */
export function costReader(keys: readonly AwsKey[]): (event: CostEvent) => Costs | undefined {
  let collector: CostCollector | undefined;
  return (event) => {
    if (event.type === 'plan') collector = new CostCollector(event, keys);
    else if (event.type === 'rows') collector?.add(event);
    else if (event.type === 'end') return collector?.end(event);
    return undefined;
  };
}
