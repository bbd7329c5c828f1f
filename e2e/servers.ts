import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The instant at which all clocks of the tests stand. */
export const TEST_NOW = '2026-11-24T14:32:10Z';

/** The first of the ports that the browser tests take; `npm test` looks for a free one. */
export const FIRST_PORT = Number(process.env.TRIPTYCH_E2E_PORT ?? 3217);

const DATA = process.env.TRIPTYCH_E2E_DATA ?? tmpdir();

const server = (offset: number, awsTimeoutMs: number) => ({
  port: FIRST_PORT + offset,
  localAwsPort: FIRST_PORT + offset + 1,
  data: join(DATA, `triptych-e2e-${FIRST_PORT + offset}`),
  awsTimeoutMs,
});

/** The dashboard that most tests use: all its data is a function of TEST_NOW. */
export const STEADY = server(0, 15_000);

/** A second one, whose local-aws is told to fail; it waits less for one that hangs. */
export const FAULTY = server(2, 3000);

/** Ports of the one whose data is real, not sample data. */
export const REAL = server(4, 15_000);

/** A port that the tests of the start command name. */
export const START_PORT = FIRST_PORT + 6;

/** Ports of the one with odd profiles. */
export const ODD = server(8, 15_000);
