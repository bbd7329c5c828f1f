import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Chromium without windows: smaller, and it opens a page faster. */
const PACKAGE = 'chromium-headless-shell';

/** Path of a Chromium for the tests: Playwright's or Debian's. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), `/usr/bin/${PACKAGE}`, '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
}

/** Finds a browser and, as root on Debian, installs a package with one if necessary. Throws a sentence when there is none. */
export function ensureBrowser(): string {
  const found = findBrowser() ?? (installDebianChromium() ? findBrowser() : undefined);
  if (found) return found;
  throw new Error(
    `The browser tests need Chromium: run “npx playwright install chromium”, or install the package ${PACKAGE}.`,
  );
}

function installDebianChromium(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing the package ${PACKAGE} for the browser tests …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', PACKAGE);
}
