import { artifactFolder } from '../../synthetics/runner/artifacts';
import { stableId } from '../../synthetics/stable-id';
import { activityAt } from './activity';
import { sampleDryRun } from './dry-runs';
import { PLANS, type Plan } from './plans';
import { SAMPLE_BUCKET, type SampleCanary } from './sample-canary';

const CREATED = Date.UTC(2025, 2, 3, 9, 0, 17);

/** The sample canaries, by name. */
export const sampleCanaries: readonly SampleCanary[] = PLANS.map(toSample).sort((a, b) =>
  a.canary.name < b.canary.name ? -1 : 1,
);

function toSample({
  name,
  team,
  group,
  schedule,
  timeoutSeconds,
  maxRetries,
  browsers,
  location,
  replicas,
  ...plan
}: Plan) {
  const id = stableId('canary', name);
  const artifactLocation = `${SAMPLE_BUCKET}/canary/us-east-1/${name}-${id.slice(0, 3)}-${id.slice(-12)}`;
  const sample: SampleCanary = {
    ...plan,
    canary: {
      id,
      name,
      schedule,
      timeoutSeconds,
      maxRetries,
      successRetentionDays: plan.successRetentionDays ?? 31,
      failureRetentionDays: 31,
      runtimeVersion: browsers ? 'syn-nodejs-playwright-2.0' : 'syn-nodejs-puppeteer-10.0',
      handler: `${name}.handler`,
      tags: { sample: 'true', team },
      groups: [group],
      created: CREATED,
      browsers,
      location,
      replicas,
      executionRoleArn: `arn:aws:iam::000000000000:role/${name}`,
      artifactLocation,
      runArtifactLocation: (started) => `${artifactLocation}/${artifactFolder(started)}`,
      activity: (now) => activityAt(sample, now),
      dryRun: (now, dryRunId) => sampleDryRun(sample, now, dryRunId),
    },
  };
  return sample;
}
