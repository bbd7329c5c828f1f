import { join } from 'node:path';
import { env } from '../env';
import { publicHost } from '../http/host';
import { captureConsole } from '../log/capture-console';
import { openLog } from '../log/log';
import { measureProcess } from '../metrics/metrics';
import { drainOnSignals } from './drain';
import { refuseUnreadable } from './refuse-unreadable';
import { readPatterns } from './route-pattern';
import { watchRequests } from './watch-requests';

/** Next's manifest of the build, in the folder in which the server runs. */
const MANIFEST = join('.next', 'routes-manifest.json');

/** Makes the server visible from outside: its log, its metrics, headers of all answers, and how it stops. */
export function watchFromOutside(): void {
  const { TRIPTYCH_LOG_LEVEL: level, TRIPTYCH_METRICS_TOKEN: token } = env();
  openLog({ level });
  captureConsole(console);
  if (token !== undefined) measureProcess();
  watchRequests({ patternOf: readPatterns(MANIFEST), publicHost: () => publicHost(env()) });
  refuseUnreadable();
  // A development server stops its compiler by itself.
  if (process.env.NODE_ENV === 'production') drainOnSignals();
}
