import fc from 'fast-check';
import type { CanaryRun } from '../run';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const instant = fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 });

/** Any run, also with texts that AWS would not send. */
export const arbitraryRun: fc.Arbitrary<CanaryRun> = fc.record({
  id: fc.uuid(),
  scheduledRunId: optional(fc.constantFrom('s1', 's2', 's3', '')),
  retryAttempt: optional(fc.integer({ min: 1, max: 2 })),
  name: fc.constantFrom('login', 'checkout'),
  state: fc.constantFrom('RUNNING', 'PASSED', 'FAILED'),
  stateReason: optional(fc.string({ unit: 'grapheme' })),
  stateReasonCode: optional(fc.constantFrom('CANARY_FAILURE', 'A_CODE_OF_TOMORROW')),
  testResult: optional(fc.constantFrom('PASSED', 'UNKNOWN')),
  started: instant,
  completed: optional(instant),
  metricTimestamp: optional(instant),
  artifactLocation: optional(fc.string({ unit: fc.constantFrom('a', 'b', '/', '😀', '\n'), maxLength: 12 })),
  dryRunId: optional(fc.uuid()),
  browserType: optional(fc.constantFrom('CHROME', 'FIREFOX')),
  location: optional(fc.constantFrom('us-east-1', 'eu-west-1')),
});
