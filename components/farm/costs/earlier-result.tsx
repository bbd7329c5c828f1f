import type { ReactNode } from 'react';
import { Warnings } from '@/components/panel/warnings';
import classes from './earlier-result.module.css';
import type { SideCosts } from './use-side-costs';

/** Stands above figures of an earlier request, while no answer to the current one is on its way. */
export const EARLIER_RESULT = 'This is an earlier result, not the one requested.';

type EarlierResultProps = Pick<SideCosts, 'isFetching'> & {
  /** Whether the content is of an earlier request. */
  isOutdated: boolean;
  children: ReactNode;
};

/** The figures of a panel: paler while they are of an earlier request, which a sentence says unless newer ones are on their way. */
export const EarlierResult = ({ isOutdated, isFetching, children }: EarlierResultProps) => (
  <>
    {isOutdated && !isFetching && <Warnings warnings={[EARLIER_RESULT]} />}
    <div className={isOutdated ? classes.outdated : undefined}>{children}</div>
  </>
);
