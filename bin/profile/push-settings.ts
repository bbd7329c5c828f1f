import { parseArgs } from 'node:util';
import type { ImportOptions } from '@/lib/profile/import/imported-profile';
import { proposedGroup } from '@/lib/profile/view/proposed-group';
import { parseInstant } from '@/lib/time/instant';
import type { Environment } from './command';
import { endpointOf } from './endpoint';
import { checkGroupName } from './group-name';
import { asUsageError, UsageError } from './usage-error';

export type PushSettings = {
  file: string;
  group: string;
  endpoint: string;
  /** Start of the profile according to the user, epoch milliseconds. */
  at?: number;
  options: ImportOptions;
};

/** Throws a UsageError. */
export function pushSettings(args: string[], environment: Environment): PushSettings {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        group: { type: 'string' },
        endpoint: { type: 'string' },
        at: { type: 'string' },
        state: { type: 'string' },
        'sample-type': { type: 'string' },
      },
    }),
  );
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new UsageError('push takes one file.');
  const group = values.group ?? proposedGroup(file);
  checkGroupName(group);
  const { state, at, 'sample-type': sampleType } = values;
  if (state !== undefined && !/^[A-Z][A-Z_]{0,63}$/.test(state)) {
    throw new UsageError('--state takes a thread state in capitals, such as RUNNABLE or WALL_TIME.');
  }
  const instant = at === undefined ? undefined : parseInstant(at);
  if (at !== undefined && instant === undefined) {
    throw new UsageError('--at takes a date and time with its zone, such as 2026-06-01T13:15:02Z.');
  }
  return {
    file,
    group,
    endpoint: asUsageError(() => endpointOf(values.endpoint, environment)),
    ...(instant !== undefined && { at: instant }),
    options: { ...(state && { state }), ...(sampleType && { sampleType }) },
  };
}
