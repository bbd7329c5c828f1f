'use client';

import { useInViewport } from '@mantine/hooks';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { limitText } from '@/lib/farm/filters/filter-text';
import type { Names } from '@/lib/farm/names';
import type { ShownCosts } from '../costs/costs-on-screen';
import { EarlierResult } from '../costs/earlier-result';
import type { NarrowerRequest } from '../costs/narrower-request';
import { SideCostsState } from '../costs/side-costs-state';
import { MAIN_COSTS_TEXT, WaitingPanel } from '../costs/waiting-panel';
import { JobsItems } from '../export/jobs-items';
import type { PlaceNav } from '../path/place-nav';
import { JobsView } from './jobs-view';
import { useJobsCosts } from './use-jobs-costs';
import { useNamedJobs } from './use-named-jobs';

/** Height of the content, pixels. */
const HEIGHT = 560;

type JobsPanelProps = {
  shown: ShownCosts | undefined;
  names: Names;
  nav: PlaceNav;
  /** Ways to request less of the page's costs, and so of their jobs. */
  narrower: NarrowerRequest;
};

/** The most expensive jobs of the page's costs, or what jobs cost by the parts of their names. */
export function JobsPanel({ shown, names, nav, narrower }: JobsPanelProps) {
  const { ref, inViewport } = useInViewport();
  const jobs = useJobsCosts(shown, inViewport);
  const known = jobs.kind === 'known' ? jobs : undefined;
  const costs = known?.costs;
  const { found, warnings } = useNamedJobs(jobs, names);
  const label = 'Jobs: waiting for AWS';
  return (
    <Panel
      title="Jobs"
      id="jobs"
      figure={found && counted(found.jobs.length, 'job')}
      asOf={costs?.asOf}
      fetching={known?.isFetching}
      onRetry={known?.retry}
      menu={known && found && <JobsItems asked={known.asked} costs={known.costs} found={found} />}
    >
      <div ref={ref}>
        {jobs.kind === 'waiting' && (
          <WaitingPanel height={HEIGHT} label={label}>
            {MAIN_COSTS_TEXT}
          </WaitingPanel>
        )}
        {jobs.kind === 'impossible' && <EmptyNotice why={limitText(jobs.asked.filters) ?? ''} />}
        {jobs.kind === 'asked' && <SideCostsState {...jobs} {...{ label, narrower }} height={HEIGHT} />}
        {known && found && (
          <EarlierResult {...known}>
            <Warnings warnings={warnings} />
            {found.jobs.length === 0 ? (
              <EmptyNotice why="No usage of a job in this range." />
            ) : (
              <JobsView asked={known.asked} costs={known.costs} {...{ found, nav }} pageNames={names} />
            )}
          </EarlierResult>
        )}
      </div>
    </Panel>
  );
}
