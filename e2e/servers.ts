import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The instant at which all clocks of the tests start. */
export const TEST_NOW = '2026-11-24T14:32:10Z';

/** The first port of the browser tests; `npm test` finds a free one. */
export const FIRST_PORT = Number(process.env.TRIPTYCH_E2E_PORT ?? 3217);

const DATA = process.env.TRIPTYCH_E2E_DATA ?? tmpdir();

const server = (offset: number, awsTimeoutMs: number) => ({
  port: FIRST_PORT + offset,
  localAwsPort: FIRST_PORT + offset + 1,
  data: join(DATA, `triptych-e2e-${FIRST_PORT + offset}`),
  awsTimeoutMs,
});

/** The dashboard of most tests, whose data is a function of TEST_NOW. */
export const STEADY = server(0, 15_000);

/** A dashboard whose local-aws is made to fail, with a short timeout for hanging calls. */
export const FAULTY = server(2, 3000);

/** Ports of the dashboard with real instead of sample data. */
export const REAL = server(4, 15_000);

/** A port for the tests of the start command. */
export const START_PORT = FIRST_PORT + 6;

/** Ports of the dashboard with odd profiles. */
export const ODD = server(8, 15_000);

/** Ports of the dashboard to which files are pushed. */
export const PUSH = server(10, 15_000);

/** Ports of the dashboard with imported sessions. */
export const IMPORTED = server(12, 15_000);

/** Ports of the dashboard of a farm with odd names. */
export const NAMES = server(14, 15_000);

/** Ports of the dashboard of canaries that request a page of the test. */
export const OWN_CANARIES = server(16, 15_000);

/** Ports of the dashboard of a walk from the list of canaries. */
export const CANARY_WALK = server(20, 15_000);

/** Ports of the dashboard of a canary with odd answers. */
export const ODD_CANARY = server(18, 15_000);

/** A port for a dashboard that is started against AWS. */
export const AWS_MODE_PORT = FIRST_PORT + 7;

/** Ports of a dashboard that takes the local-aws of `STEADY` for AWS, and of its S3. */
export const S3_MODE = {
  port: FIRST_PORT + 16,
  s3Port: FIRST_PORT + 17,
  data: join(DATA, `triptych-e2e-${FIRST_PORT + 16}`),
};
