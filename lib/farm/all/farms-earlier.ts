import { counted } from '@/lib/answer/counted';
import type { EarlierCosts } from '../compare/earlier-costs';
import { plainName } from '../naming/plain-name';
import type { Farm } from '../session-statistics';
import type { Costs } from '../stream/collect-costs';

/** A farm's costs, and those that they are compared with. */
export type ComparedFarm = { farm: Farm; costs: Costs | undefined; earlier?: EarlierCosts };

/** A failure matters most, then what is on its way. A period is without sessions only if no farm has any then. */
const RANKS: ((earlier: EarlierCosts) => boolean)[] = [
  ({ state }) => state === 'failed',
  ({ state }) => state === 'loading',
  (earlier) => earlier.state === 'known' && earlier.costs.rows.length > 0,
  ({ state }) => state === 'known',
  ({ state }) => state === 'impossible',
];

/** What farms are compared with, summed up for one line, and the part of the range that their figures cover. */
export function farmsEarlier(farms: readonly ComparedFarm[]) {
  const compared = farms.flatMap(({ costs, earlier }) => (costs && earlier ? [{ costs, earlier }] : []));
  const first = RANKS.map((has) => compared.find(({ earlier }) => has(earlier))).find(Boolean);
  return { earlier: failureOf(farms) ?? first?.earlier, now: first?.costs.coverage };
}

/** The failures of all farms as one, with each reason once. */
function failureOf(farms: readonly ComparedFarm[]): EarlierCosts | undefined {
  const failures = farms.flatMap(({ farm, costs, earlier }) =>
    costs && earlier?.state === 'failed' ? [{ farm, earlier }] : [],
  );
  const [first] = failures;
  if (!first) return undefined;
  const reasons = new Set(failures.map(({ earlier }) => earlier.error.message));
  const { displayName, farmId } = first.farm;
  return {
    ...first.earlier,
    of: failures.length === 1 ? plainName(displayName) || farmId : counted(failures.length, 'farm'),
    error: new Error([...reasons].join(' ')),
  };
}
