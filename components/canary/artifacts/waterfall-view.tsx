'use client';

import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import { formatNumber } from '@/lib/answer/format-number';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { PHASES, phaseLabel } from '@/lib/canary/artifacts/waterfall';
import { waterfallOptions } from '@/lib/queries/artifacts';
import { useQuery } from '@/lib/queries/use-query';
import { formatDuration } from '@/lib/time/duration';
import shared from '../canary.module.css';
import { ArtifactProblem } from './artifact-problem';
import classes from './waterfall.module.css';
import { WaterfallRow } from './waterfall-row';

/** The requests of an HTTP archive, one row each, on one axis of time. */
export function WaterfallView({ place }: { place: ArtifactFileRequest }) {
  const { data, error, refetch } = useQuery(waterfallOptions(place));
  if (error) return <ArtifactProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton height={160} label="Loading requests" />;
  const { requests, requestCount, unreadableCount, span, bytes } = data.data;
  if (!span) return <p className={shared.muted}>{emptyText(unreadableCount)}</p>;
  const used = PHASES.filter((phase) => requests.some(({ phases }) => phases[phase]));
  return (
    <>
      <p className={classes.summary}>
        {counted(requestCount, 'request')} in {formatDuration(span.to - span.from)}
        {bytes !== undefined && ` · ${formatBytes(bytes)} of bodies`}
        {requests.length < requestCount && ` · the first ${formatNumber(requests.length)} are shown`}
        {unreadableCount > 0 && ` · ${counted(unreadableCount, 'entry', 'entries')} can’t be read`}
      </p>
      <div className={classes.legend}>
        {used.map((phase) => (
          <span key={phase}>
            <span aria-hidden data-phase={phase} className={classes.swatch} />
            {phaseLabel(phase)}
          </span>
        ))}
      </div>
      <ScrollRegion label={`Requests in ${place.file}`} className={classes.scroll}>
        <ol className={classes.requests} aria-label="Requests by their start">
          {requests.map((request, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an archive never changes, and may have equal requests
            <WaterfallRow key={at} request={request} span={span} />
          ))}
        </ol>
      </ScrollRegion>
      <div className={classes.axis}>
        <span>0</span>
        <span>{formatDuration((span.to - span.from) / 2)}</span>
        <span>{formatDuration(span.to - span.from)}</span>
      </div>
    </>
  );
}

function emptyText(unreadableCount: number): string {
  if (unreadableCount === 0) return 'The archive has no requests.';
  if (unreadableCount === 1) return 'The only entry of the archive can’t be read.';
  return `None of the ${formatNumber(unreadableCount)} entries of the archive can be read.`;
}
