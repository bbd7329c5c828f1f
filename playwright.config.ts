import { defineConfig } from '@playwright/test';
import { findBrowser } from './bin/browser';
import { FAULTY, STEADY, TEST_NOW } from './e2e/servers';

const server = ({ port, localAwsPort, data, awsTimeoutMs }: typeof STEADY) => ({
  command:
    'node --import tsx bin/start.ts ' +
    `--port ${port} --local-aws-port ${localAwsPort} --data ${data} --now ${TEST_NOW} --admin`,
  port,
  timeout: 120_000,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 } as const,
  env: { TRIPTYCH_AWS_TIMEOUT_MS: String(awsTimeoutMs) },
});

/**
 * Features of Chromium that the tests turn off. Chromium obeys only the last list, so Playwright's own list is here too. The two
 * of the omnibox start a process for each context, which takes as much time as a quarter of a page load.
 */
const DISABLED_FEATURES = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
];

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Only what hangs takes this long: a busy machine needs many times the usual seconds.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // A test that fails once and then passes is reported as flaky, by its name.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${STEADY.port}`,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // Menus and dialogs are there at once: a test that waits for their movement takes longer and tells nothing more.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${DISABLED_FEATURES.join(',')}`,
      ],
    },
  },
  webServer: [server(STEADY), server(FAULTY)],
});
