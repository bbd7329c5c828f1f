import { join } from 'node:path';
import { signInSettings } from '../access/sign-in-settings';
import { env } from '../env';
import { publicHost } from '../http/host';
import { openAudit } from '../log/audit';
import { captureConsole } from '../log/capture-console';
import { openLog } from '../log/log';
import { measureProcess } from '../metrics/metrics';
import { serveBuildFiles } from './build-files';
import { drainOnSignals } from './drain';
import { refuseUnreadable } from './refuse-unreadable';
import { readPatterns } from './route-pattern';
import { watchRequests } from './watch-requests';

/** Next's manifest of the build, in the folder in which the server runs. */
const MANIFEST = join('.next', 'routes-manifest.json');

/** The scripts and styles of the build. */
const BUILD_FILES = join('.next', 'static');

/** Makes the server visible from outside: its logs, its metrics, headers of all answers, and how it stops. */
export function watchFromOutside(): void {
  const { TRIPTYCH_LOG_LEVEL: level, TRIPTYCH_METRICS_TOKEN: token, TRIPTYCH_AUDIT_LOG: file } = env();
  openLog({ level });
  // Without sign-in all that is known of anybody is that they are on this machine.
  if (file !== undefined || signInSettings().mode !== 'none') openAudit({ file });
  captureConsole(console);
  if (token !== undefined) measureProcess();
  watchRequests({ patternOf: readPatterns(MANIFEST), publicHost: () => publicHost(env()) });
  serveBuildFiles(BUILD_FILES);
  refuseUnreadable();
  // A development server stops its compiler by itself.
  if (process.env.NODE_ENV === 'production') drainOnSignals();
}
