// Loaded into the dashboard's server: at SIGUSR2 it writes how long its event loop was held at most since the first time, which comes after its start.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let hasStarted = false;
process.on('SIGUSR2', () => {
  const said = { title: process.title, heldMs: delay.max / 1e6, rssBytes: process.memoryUsage().rss };
  writeFileSync(join(process.env.LOOP_DELAY_FOLDER, `${process.pid}.json`), JSON.stringify(said));
  if (!hasStarted) delay.reset();
  hasStarted = true;
});
