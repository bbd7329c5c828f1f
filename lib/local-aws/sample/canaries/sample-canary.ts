import type { CanaryDefinition } from '../../synthetics/canary-definition';

/** The bucket of the sample canaries' artifacts. */
export const SAMPLE_BUCKET = 'sample-canary-artifacts';

/** A sample canary: its definition, and how its runs tend to go. */
export type SampleCanary = {
  canary: CanaryDefinition;
  /** Median duration of a run in a quiet hour, milliseconds. */
  typicalMs: number;
  /** Median length of an outage in minutes, long enough to show at the canary's schedule. */
  outageMinutes: number;
  /** Share of runs whose artifacts are lost. */
  lostArtifacts: number;
  /** Whether it is stopped for one week in four. */
  pauses: boolean;
  /** The Region in which it fails for some hours of most days. */
  weakLocation?: string;
  /** Whether for some hours of most days no run starts though one is due. */
  silences?: boolean;
  /** Reasons of its failures. */
  reasons: readonly [string, ...string[]];
};
