import type { AllFarms } from '@/lib/farm/all/all-farms';
import { farmsSumLabel } from '@/lib/farm/all/farms-text';
import { FigureList } from '../figure-list';

type FarmsFiguresProps = { all: AllFarms; hasChange: boolean; isOutdated: boolean };

/** The figures of all farms together, and their changes. */
export const FarmsFigures = ({ all: { count, figures, before }, ...view }: FarmsFiguresProps) => (
  <FigureList
    label="All farms together"
    hasCompute
    sumLabel={(what) => farmsSumLabel(what, count)}
    isLoading={count.isLoading}
    {...{ figures, before }}
    {...view}
  />
);
