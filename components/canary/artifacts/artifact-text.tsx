'use client';

import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { formatNumber } from '@/lib/answer/format-number';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { plainReason } from '@/lib/canary/reason/plain-reason';
import { artifactTextOptions } from '@/lib/queries/artifacts';
import { useQuery } from '@/lib/queries/use-query';
import shared from '../canary.module.css';
import { ArtifactProblem } from './artifact-problem';
import classes from './artifacts.module.css';

/** The text of a log, a report or another file, or the end of a long one. */
export function ArtifactText({ place }: { place: ArtifactFileRequest }) {
  const { data, error, refetch } = useQuery(artifactTextOptions(place));
  if (error) return <ArtifactProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton height={120} label="Loading the text" />;
  const { text, leftOut } = data.data;
  return (
    <>
      {leftOut > 0 && (
        <p className={shared.muted}>
          Only the last {formatNumber(text.length)} characters; {formatNumber(leftOut)} before them are left
          out.
        </p>
      )}
      <ScrollRegion label={`Text of ${place.file}`} className={classes.scroll}>
        <pre dir="auto" className={classes.text}>
          {plainReason(text).text || 'The file is empty.'}
        </pre>
      </ScrollRegion>
    </>
  );
}
