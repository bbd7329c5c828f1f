import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The instant at which all clocks of the tests start. */
export const TEST_NOW = '2026-11-24T14:32:10Z';

/** The first port of the browser tests; `npm test` finds a free one. */
export const FIRST_PORT = Number(process.env.TRIPTYCH_E2E_PORT ?? 3217);

const DATA = process.env.TRIPTYCH_E2E_DATA ?? tmpdir();

let taken = FIRST_PORT;
/** Each server has ports of its own, the same ones in all processes of the tests. */
const ownPort = () => taken++;

const server = (awsTimeoutMs = 15_000) => {
  const port = ownPort();
  return { port, localAwsPort: ownPort(), data: dataOf(port), awsTimeoutMs };
};

const dataOf = (port: number) => join(DATA, `triptych-e2e-${port}`);

/** The dashboard of most tests, whose data is a function of TEST_NOW. */
export const STEADY = server();

/** A dashboard whose local-aws is made to fail, with a short timeout for hanging calls. */
export const FAULTY = server(3000);

/** Ports of the dashboard with real instead of sample data. */
export const REAL = server();

/** Ports of the dashboard with odd profiles. */
export const ODD = server();

/** Ports of the dashboard to which files are pushed. */
export const PUSH = server();

/** Ports of the dashboard with imported sessions. */
export const IMPORTED = server();

/** Ports of the dashboard of a farm with odd names. */
export const NAMES = server();

/** Ports of the dashboard of canaries that request a page of the test. */
export const OWN_CANARIES = server();

/** Ports of the dashboard of a canary with odd answers. */
export const ODD_CANARY = server();

/** Ports of the dashboard of a walk from the list of canaries. */
export const CANARY_WALK = server();

/** A port for the tests of the start command. */
export const START_PORT = ownPort();

/** A port for a dashboard that is started against AWS. */
export const AWS_MODE_PORT = ownPort();

const s3ModePort = ownPort();

/** Ports of a dashboard that takes the local-aws of `STEADY` for AWS, and of its S3. */
export const S3_MODE = { port: s3ModePort, s3Port: ownPort(), data: dataOf(s3ModePort) };

/** Ports of the dashboard whose pages are shared, and which is restarted years later. */
export const SHARED = server();

/** Ports of two dashboards whose links are in one S3, and of that S3. */
export const SHARED_S3 = {
  ports: [ownPort(), ownPort()],
  s3Port: ownPort(),
  data: join(DATA, `triptych-e2e-shared-s3-${FIRST_PORT}`),
};

/** Ports of the dashboard with views on its overview. */
export const OVERVIEW = server();

/** Ports of the dashboard whose links are exported, and which then opens them with another data folder. */
export const EXPORTED = server();

/** Ports of the dashboard with notes. */
export const NOTES = server();

/** Ports of the dashboard that is seen from outside, and of what it takes for AWS. */
export const OUTSIDE = server();

/** Ports of the dashboard that people sign in to, and of the provider that knows them. */
export const SIGN_IN = { ...server(), providerPort: ownPort() };
