'use client';

import { Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { isNotFound } from '@/lib/answer/problem';
import { knownSpan } from '@/lib/profile/range/anomalies';
import { findingsSpan, unanalysedNotes } from '@/lib/profile/range/findings';
import type { StateSamples } from '@/lib/profile/tree/states';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { findingsOptions } from '@/lib/queries/findings';
import { useQuery } from '@/lib/queries/use-query';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { statesBase } from '../frame-text/states-text';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { anomaliesOf, useAnomalies } from '../strip/use-anomalies';
import { AnomalyItem } from './anomaly-item';
import classes from './findings.module.css';
import { graphShareText } from './graph-share';
import { noFindingsText } from './no-findings-text';
import { RecommendationItem } from './recommendation-item';
import { SharesNote } from './shares-note';
import { useGraphFunctions } from './use-graph-functions';

type FindingsPanelProps = {
  request: ProfileRequest;
  settings: ProfileSettings;
  /** Time of the profile. */
  span: Span;
  /** Thread states that the graph shows. */
  states: readonly string[];
  /** All thread states of the profile. */
  occurring: readonly StateSamples[];
  onChange: ChangeSettings;
};

const HEIGHT = 96;

/** Recommendations and anomalies of a range from AWS. The queries start when the panel is in view. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { request, settings, span, states, occurring, onChange } = props;
  const { group } = request;
  const { zone, now } = useRange();
  const { ref, inViewport } = useInViewport();
  const [wasInView, setWasInView] = useState(false);
  if (inViewport && !wasInView) setWasInView(true);
  const requested = findingsSpan(span);
  const { data, error, isFetching, refetch } = useQuery({
    ...findingsOptions({ group, startTime: requested.from, endTime: requested.to }),
    enabled: wasInView,
  });
  const unusual = useAnomalies(group, span, now, wasInView);
  const functions = useGraphFunctions(request, settings, wasInView);
  const base = statesBase(
    settings.data,
    occurring.map(({ state }) => state),
  );
  const isNone = isNotFound(error);
  const recommendations = data?.data.recommendations ?? [];
  const anomalies = anomaliesOf(unusual, span) ?? [];
  const problem = (isNone ? undefined : error) ?? unusual.error;
  const retry = () => {
    void refetch();
    unusual.retry();
  };
  const isKnown = (data !== undefined || isNone) && unusual.list !== undefined;
  const isEmpty = isKnown && recommendations.length + anomalies.length === 0;
  return (
    <Panel
      title="Recommendations"
      id="recommendations"
      figure={data && !isEmpty && figureText(recommendations.length, anomalies.length)}
      asOf={data?.asOf}
      span={data && knownSpan(requested, now)}
      coverage={data?.coverage}
      fetching={isFetching && data !== undefined}
      onRetry={retry}
    >
      <div ref={ref}>
        {problem && <ProblemNotice error={problem} onRetry={retry} />}
        <Warnings
          warnings={[...new Set([...unanalysedNotes(span), ...(data?.warnings ?? []), ...unusual.warnings])]}
        />
        {!isKnown && !problem && <PanelSkeleton height={HEIGHT} label="Loading recommendations" />}
        {isEmpty && <EmptyNotice why={noFindingsText(span, !isNone)} height={HEIGHT} />}
        {recommendations.length > 0 && <SharesNote states={states} />}
        {recommendations.length > 0 && (
          <ul className={classes.list} aria-label="Recommendations">
            {recommendations.map((each) => (
              <RecommendationItem
                key={`${each.name} ${each.share}`}
                recommendation={each}
                graphShare={functions ? graphShareText(each.matches, functions, base) : ''}
                onChange={onChange}
              />
            ))}
          </ul>
        )}
        {anomalies.length > 0 && (
          <>
            <Text size="xs" c="dimmed" mt="lg" mb={4}>
              Anomalies in this range. AWS analysed {formatSpan(unusual.analysed, zone)}.
            </Text>
            <ul className={classes.list} aria-label="Anomalies">
              {anomalies.map((each) => (
                <AnomalyItem
                  key={`${each.name} ${each.threadStates.join()} ${each.reason}`}
                  anomaly={each}
                  anomalies={unusual}
                  shownStates={states}
                  {...{ group, onChange }}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}

const figureText = (recommendations: number, anomalies: number) =>
  [
    ...(recommendations > 0 ? [`${recommendations}`] : []),
    ...(anomalies > 0 ? [counted(anomalies, 'anomaly', 'anomalies')] : []),
  ].join(' · ');
