import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The instant at which all clocks of the tests stand. */
export const TEST_NOW = '2026-11-24T14:32:10Z';

/** The dashboard that most tests use: all its data is a function of TEST_NOW. */
export const STEADY = {
  port: 3217,
  localAwsPort: 4617,
  data: join(tmpdir(), 'triptych-e2e-steady'),
  awsTimeoutMs: 15_000,
};

/** A second one, whose local-aws is told to fail; it waits less for one that hangs. */
export const FAULTY = {
  port: 3218,
  localAwsPort: 4618,
  data: join(tmpdir(), 'triptych-e2e-faulty'),
  awsTimeoutMs: 3000,
};
