'use client';

import { Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { isNotFound } from '@/lib/answer/problem';
import { counted } from '@/lib/answer/words';
import { findingsSpan } from '@/lib/profile/range/findings';
import { findingsOptions } from '@/lib/queries/findings';
import type { Span } from '@/lib/time/range';
import type { ChangeSettings } from '../settings/profile-settings';
import { AnomalyItem } from './anomaly-item';
import classes from './findings.module.css';
import { RecommendationItem } from './recommendation-item';

type FindingsPanelProps = {
  group: string;
  /** Of the profile that is shown. */
  span: Span;
  onChange: ChangeSettings;
};

const HEIGHT = 96;

/** What AWS recommends for the profile of a range, and what is unusual in it. Asked for once it is in view. */
export function FindingsPanel({ group, span, onChange }: FindingsPanelProps) {
  const { ref, inViewport } = useInViewport();
  const [wanted, setWanted] = useState(false);
  if (inViewport && !wanted) setWanted(true);
  const asked = findingsSpan(span);
  const { data, error, isFetching, refetch } = useQuery({
    ...findingsOptions({ group, startTime: asked.from, endTime: asked.to }),
    enabled: wanted,
  });
  const isNone = isNotFound(error);
  const { recommendations = [], anomalies = [] } = data?.data ?? {};
  const isEmpty = isNone || (data !== undefined && recommendations.length + anomalies.length === 0);
  return (
    <Panel
      title="Recommendations"
      id="recommendations"
      figure={data && !isEmpty && figureOf(recommendations.length, anomalies.length)}
      asOf={data?.asOf}
      span={data && asked}
      coverage={data?.coverage}
      fetching={isFetching && data !== undefined}
      onRetry={() => void refetch()}
    >
      <div ref={ref}>
        {error && !isNone && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        <Warnings
          warnings={[
            ...(asked.from > span.from ? ['AWS looks at 7 days at most: these are of the newest 7.'] : []),
            ...(data?.warnings ?? []),
          ]}
        />
        {!data && !error && <PanelSkeleton height={HEIGHT} label="Loading recommendations" />}
        {isEmpty && (
          <EmptyNotice
            why={
              isNone
                ? 'AWS has no profile of this range to make recommendations of.'
                : 'AWS found nothing to recommend and nothing unusual in this range. A longer one may show more.'
            }
            height={HEIGHT}
          />
        )}
        {recommendations.length > 0 && (
          <ul className={classes.list} aria-label="Recommendations">
            {recommendations.map((each) => (
              <RecommendationItem
                key={`${each.name} ${each.share}`}
                recommendation={each}
                onChange={onChange}
              />
            ))}
          </ul>
        )}
        {anomalies.length > 0 && (
          <>
            <Text size="xs" c="dimmed" mt="sm" mb={4}>
              Unusual in this range
            </Text>
            <ul className={classes.list} aria-label="Anomalies">
              {anomalies.map((each) => (
                <AnomalyItem
                  key={`${each.name} ${each.threadStates.join()}`}
                  anomaly={each}
                  onChange={onChange}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}

const figureOf = (recommendations: number, anomalies: number) =>
  [
    ...(recommendations > 0 ? [`${recommendations}`] : []),
    ...(anomalies > 0 ? [counted(anomalies, 'anomaly', 'anomalies')] : []),
  ].join(' · ');
