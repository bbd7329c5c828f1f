/** The columns of a file of sessions, in the order in which they are explained. */
export const COLUMNS = [
  { name: 'farm', required: true, says: 'name, 1 to 100 characters, or id: farm- and 32 hex digits' },
  { name: 'queue', required: true, says: 'name or id (queue-…)' },
  { name: 'fleet', required: true, says: 'name or id (fleet-…)' },
  { name: 'job', required: true, says: 'name, 1 to 512 characters, or id (job-…)' },
  { name: 'user', required: true, says: 'who submitted it, as it shall be shown, 1 to 256 characters' },
  { name: 'usage_type', required: true, says: 'COMPUTE, LICENSE or PERSISTENT_VOLUME' },
  { name: 'instance_type', required: false, says: 'such as c6i.4xlarge, 1 to 100 characters' },
  {
    name: 'license_product',
    required: false,
    says: 'such as Nuke; every LICENSE row has one and no other row',
  },
  {
    name: 'started',
    required: true,
    says: 'date-time with a zone, such as 2026-11-24T10:00:00Z; 2000 to 2100',
  },
  { name: 'ended', required: true, says: 'the same, not before started' },
  { name: 'cost_usd', required: true, says: 'US dollars, 0 to 1,000,000; kept to the millionth' },
  { name: 'farm_name', required: false, says: 'what to show for a farm that is given by its id' },
  { name: 'queue_name', required: false, says: 'the same for a queue' },
  { name: 'fleet_name', required: false, says: 'the same for a fleet' },
  { name: 'job_name', required: false, says: 'the same for a job' },
] as const;

export type ColumnName = (typeof COLUMNS)[number]['name'];

/** The columns with what they hold, a line each. */
export function columnsInRows(): string {
  const lines = COLUMNS.map(
    ({ name, required, says }) => `  ${name.padEnd(16)} ${says}${required ? '' : ' (optional)'}`,
  );
  return lines.join('\n');
}
