import { fetchJson } from './fetch-json';

/** Starts a dry run of a canary of local-aws. Rejects with a ProblemError. */
export const startDryRun = (name: string): Promise<{ dryRunId: string }> =>
  fetchJson(`/api/canaries/${encodeURIComponent(name)}/dry-runs`, { method: 'POST' });
