'use client';

import { useInViewport } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { counted } from '@/lib/answer/counted';
import { limitText } from '@/lib/farm/filters/filter-text';
import { askedJobs } from '@/lib/farm/jobs/asked-jobs';
import { jobsOf } from '@/lib/farm/jobs/jobs-of';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { filteredCosts, type ShownCosts } from '../costs/costs-on-screen';
import { SideCostsState } from '../costs/side-costs-state';
import { useSideCosts } from '../costs/use-side-costs';
import type { PlaceNav } from '../path/place-nav';
import { JobsView } from './jobs-view';

/** Height of the content, pixels. */
const HEIGHT = 560;

type JobsPanelProps = { shown: ShownCosts | undefined; names: Names; nav: PlaceNav };

/** The most expensive jobs of the page's costs, or what jobs cost by the parts of their names. */
export function JobsPanel({ shown, ...props }: JobsPanelProps) {
  const asked = shown?.asked;
  const wanted = useMemo(() => asked && askedJobs(asked), [asked]);
  if (!asked)
    return (
      <JobsFrame>
        <PanelSkeleton height={HEIGHT} label="Jobs: waiting for AWS" />
      </JobsFrame>
    );
  if (!wanted)
    return (
      <JobsFrame>
        <EmptyNotice why={limitText(asked.filters) ?? ''} />
      </JobsFrame>
    );
  // The page's own rows have the job when it is one of their keys.
  if (asked.query.keys.includes('JOB_ID'))
    return <JobsOfCosts asked={asked} costs={shown.costs} {...props} />;
  return <SideJobs asked={wanted} {...props} />;
}

type FrameProps = {
  count?: number;
  asOf?: number;
  fetching?: boolean;
  onRetry?(): void;
  children: ReactNode;
};

const JobsFrame = ({ count, children, ...panel }: FrameProps) => (
  <Panel title="Jobs" id="jobs" figure={count === undefined ? undefined : counted(count, 'job')} {...panel}>
    {children}
  </Panel>
);

type SideJobsProps = Omit<JobsPanelProps, 'shown'> & { asked: AskedCosts };

/** Asks for the costs by job when the panel is in view. */
function SideJobs({ asked, ...props }: SideJobsProps) {
  const { query } = asked;
  const { ref, inViewport } = useInViewport();
  const side = useSideCosts(query, inViewport);
  const costs = useMemo(() => side.costs && filteredCosts(asked, side.costs), [asked, side.costs]);
  return (
    <div ref={ref}>
      {costs && !side.error ? (
        <JobsOfCosts {...{ asked, costs }} fetching={side.isFetching} onRetry={side.retry} {...props} />
      ) : (
        <JobsFrame onRetry={side.retry}>
          <SideCostsState {...{ query, side }} height={HEIGHT} label="Jobs: waiting for AWS" />
        </JobsFrame>
      )}
    </div>
  );
}

type JobsOfCostsProps = SideJobsProps & { costs: Costs; fetching?: boolean; onRetry?(): void };

function JobsOfCosts({ asked, costs, names, nav, ...panel }: JobsOfCostsProps) {
  const found = useMemo(() => jobsOf(costs.rows, names), [costs, names]);
  return (
    <JobsFrame count={found.jobs.length} asOf={costs.asOf} {...panel}>
      {found.jobs.length === 0 ? (
        <EmptyNotice why="No usage of a job in this range." />
      ) : (
        <JobsView {...{ asked, costs, found, nav }} />
      )}
    </JobsFrame>
  );
}
