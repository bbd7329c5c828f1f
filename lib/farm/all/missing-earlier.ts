import type { EarlierCosts } from '../compare/earlier-costs';
import type { KnownFarm } from './all-farms';

type ComparedFarm = KnownFarm & { earlier?: EarlierCosts };

/** From the state that lasts the shortest. */
const STATES: readonly EarlierCosts['state'][] = ['waiting', 'loading', 'failed', 'impossible'];

/** Why the sum of farms has no earlier figures: some are on their way, else some failed, else there are none. */
export function missingEarlier(farms: readonly ComparedFarm[]): EarlierCosts | undefined {
  const missing = farms.flatMap(({ summary, before, earlier }) =>
    summary?.isWhole && !before && earlier ? [earlier] : [],
  );
  return STATES.map((state) => missing.find((earlier) => earlier.state === state)).find(
    (earlier) => earlier !== undefined,
  );
}
