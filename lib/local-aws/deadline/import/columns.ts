/** The columns of a file of sessions, in the order in which the help lists them. */
export const COLUMNS = [
  { name: 'farm', isRequired: true, help: 'name, 1 to 100 characters, or id: farm- and 32 hex digits' },
  { name: 'queue', isRequired: true, help: 'name or id (queue-…)' },
  { name: 'fleet', isRequired: true, help: 'name or id (fleet-…)' },
  { name: 'job', isRequired: true, help: 'name, 1 to 512 characters, or id (job-…)' },
  { name: 'user', isRequired: true, help: 'submitter, displayed as given, 1 to 256 characters' },
  { name: 'usage_type', isRequired: true, help: 'COMPUTE, LICENSE or PERSISTENT_VOLUME' },
  { name: 'instance_type', isRequired: false, help: 'such as c6i.4xlarge, 1 to 100 characters' },
  {
    name: 'license_product',
    isRequired: false,
    help: 'such as Nuke; required in LICENSE rows, empty in all others',
  },
  {
    name: 'started',
    isRequired: true,
    help: 'date-time with a zone, such as 2026-11-24T10:00:00Z; 2000 to 2100',
  },
  { name: 'ended', isRequired: true, help: 'the same format; not before started' },
  { name: 'cost_usd', isRequired: true, help: 'US dollars, 0 to 1,000,000; rounded to the millionth' },
  { name: 'farm_name', isRequired: false, help: 'display name of a farm that is given by its id' },
  { name: 'queue_name', isRequired: false, help: 'the same for a queue' },
  { name: 'fleet_name', isRequired: false, help: 'the same for a fleet' },
  { name: 'job_name', isRequired: false, help: 'the same for a job' },
] as const;

export type ColumnName = (typeof COLUMNS)[number]['name'];

/** The columns with their help, one per line. */
export function columnHelp(): string {
  const lines = COLUMNS.map(
    ({ name, isRequired, help }) => `  ${name.padEnd(16)} ${help}${isRequired ? '' : ' (optional)'}`,
  );
  return lines.join('\n');
}
