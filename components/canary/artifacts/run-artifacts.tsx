'use client';

import { Anchor, CopyButton, Group } from '@mantine/core';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import {
  type RunArtifacts as Artifacts,
  type ArtifactsRequest,
  reportOf,
} from '@/lib/canary/artifacts/run-artifacts';
import { artifactsLink } from '@/lib/canary/export/console-links';
import type { CanaryRun } from '@/lib/canary/run';
import { artifactsOptions } from '@/lib/queries/artifacts';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { useQuery } from '@/lib/queries/use-query';
import shared from '../canary.module.css';
import { RunSection } from '../run/run-section';
import { SmallButton } from '../run/small-button';
import { ArtifactFiles } from './artifact-files';
import { ArtifactProblem } from './artifact-problem';
import classes from './artifacts.module.css';
import { ReportSteps } from './report-steps';

type RunArtifactsProps = {
  run: CanaryRun;
  /** Name of the open file. */
  file: string | null;
  onFile: (file: string | null) => void;
};

/** The artifacts of a run: the steps of its report, and its screenshots, requests and logs, which open in place if they can be read. */
export function RunArtifacts({ run, file, onFile }: RunArtifactsProps) {
  if (run.state === 'RUNNING') return null;
  const location = run.artifactLocation;
  if (!location)
    return (
      <RunSection title="Artifacts">
        <span className={shared.muted}>AWS names no artifacts of this run.</span>
      </RunSection>
    );
  return (
    <RunSection title="Artifacts" aside={<LocationActions location={location} />}>
      <Listed place={{ name: run.name, location }} file={file} onFile={onFile} />
      <code className={classes.location}>{location}</code>
    </RunSection>
  );
}

function LocationActions({ location }: { location: string }) {
  const { data: place } = useQuery(awsPlaceOptions(undefined, 'synthetics'));
  const href = artifactsLink(location, place?.data);
  return (
    <Group gap="xs" wrap="nowrap">
      {href && (
        <Anchor href={href} target="_blank" rel="noreferrer" size="xs">
          AWS console
        </Anchor>
      )}
      <CopyButton value={`s3://${location}/`}>
        {({ copied, copy }) => (
          <SmallButton onClick={copy}>{copied ? 'Copied' : 'Copy location'}</SmallButton>
        )}
      </CopyButton>
    </Group>
  );
}

type ListedProps = Omit<RunArtifactsProps, 'run'> & { place: ArtifactsRequest };

function Listed({ place, file, onFile }: ListedProps) {
  const { data, error, refetch } = useQuery(artifactsOptions(place));
  if (error) return <ArtifactProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton height={72} label="Loading artifacts" />;
  const artifacts = data.data;
  if (artifacts.state === 'gone') return <p className={shared.muted}>{whyNot(artifacts)}</p>;
  const report = reportOf(artifacts.files);
  return (
    <>
      {report && <ReportSteps place={{ ...place, file: report.name }} onFile={onFile} />}
      <ArtifactFiles place={place} artifacts={artifacts} open={file} onOpen={onFile} />
    </>
  );
}

const whyNot = ({ isLocal }: Extract<Artifacts, { state: 'gone' }>) =>
  isLocal
    ? 'Their folder does not exist. local-aws deletes artifacts with their runs, and writes those of the newest sample runs only.'
    : 'S3 has no files there. The run may have saved none, or they were deleted, as by a lifecycle rule of the bucket.';
