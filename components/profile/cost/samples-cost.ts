import type { ProfileCost } from '@/lib/profile/view/frame-cost';
import type { CostTime } from '../settings/cost-params';

/** The costs of a table's samples. */
export type SamplesCost = {
  /** Of the whole profile; undefined while it isn't known. */
  cost: ProfileCost | undefined;
  /** Samples of the whole profile, whose cost that is. */
  samples: number;
  /** The time whose cost is shown. */
  time: CostTime;
};
