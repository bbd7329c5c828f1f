import { counted } from '@/lib/answer/counted';
import { formatDuration, SECOND } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import { retentionDays } from './availability';
import { browserName, canaryStateLabel } from './labels';
import { reasonLine } from './reason/plain-reason';
import type { Canary, CanaryReplica } from './run';
import { scheduleText } from './schedule';

export type Setting = { name: string; value: string; note?: string };

/** A canary's settings in words. Of those that AWS omits, only the ones with a default are listed, as such. */
export function canarySettings(canary: Canary, zone: string): Setting[] {
  const at = (instant: number | undefined) =>
    instant === undefined ? undefined : formatInstant(instant, zone, 'second');
  const { passed, failed } = retentionDays(canary);
  const byDefault = (sent: number | undefined) => (sent === undefined ? 'AWS’s default' : undefined);
  const settings: { name: string; value: string | undefined; note?: string | undefined }[] = [
    {
      name: 'State',
      value: canaryStateLabel(canary.state),
      note: reasonLine(canary.stateReason),
    },
    {
      name: 'Schedule',
      value: scheduleText(canary.schedule),
      ...(canary.schedule && { note: canary.schedule }),
    },
    {
      name: 'Retries',
      value: canary.maxRetries ? `up to ${canary.maxRetries}` : 'none',
      note: byDefault(canary.maxRetries),
    },
    {
      name: 'Timeout of an attempt',
      value: canary.timeoutSeconds ? formatDuration(canary.timeoutSeconds * SECOND) : undefined,
    },
    {
      name: 'Passed runs are kept for',
      value: counted(passed, 'day'),
      note: byDefault(canary.successRetentionDays),
    },
    {
      name: 'Failed runs are kept for',
      value: counted(failed, 'day'),
      note: byDefault(canary.failureRetentionDays),
    },
    { name: 'Runtime', value: canary.runtimeVersion },
    { name: 'Browsers', value: canary.browserTypes?.map(browserName).join(', ') },
    {
      name: 'Locations',
      value: canary.locations && locationsText(canary.locations),
      note: replicaNotes(canary),
    },
    { name: 'Created', value: at(canary.created) },
    { name: 'Last modified', value: at(canary.modified) },
    { name: 'Last started', value: at(canary.lastStarted) },
    { name: 'Last stopped', value: at(canary.lastStopped) },
    { name: 'Id', value: canary.id },
    {
      name: 'Tags',
      value: Object.entries(canary.tags)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', '),
    },
  ];
  return settings.flatMap(({ name, value, note }) => (value ? [{ name, value, ...(note && { note }) }] : []));
}

const locationsText = ({ primary, replicas }: NonNullable<Canary['locations']>): string =>
  [`${primary} (primary)`, ...replicas.map(({ location }) => location)].join(', ');

/** How far the replicas are from the primary canary, where they aren't the same. */
function replicaNotes({ locations }: Canary): string {
  const stateOf = ({ location, replicationState, replicationReason }: CanaryReplica) =>
    replicationState && replicationState !== 'InSync'
      ? [`${location}: ${replicationState}${replicationReason ? `, ${replicationReason}` : ''}`]
      : [];
  const notes = locations?.replicas.flatMap(stateOf) ?? [];
  if (notes.length > 0) return notes.join('; ');
  return locations?.replicationState ? `Replication: ${locations.replicationState}` : '';
}
