// Loaded into the dashboard's server: at SIGUSR2 it writes how long its event loop was held at most since the first time,
// which comes after its start: all in all, and without the time in which its thread waited for a processor, as the browser
// of the bench runs beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 5;

/** https://docs.kernel.org/scheduler/sched-stats.html: nanoseconds that this thread ran. */
const ranMs = () => Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;

let last = { at: performance.now(), ranMs: ranMs() };
let held = { allMs: 0, ranMs: 0 };
let hasStarted = false;
setInterval(() => {
  const now = { at: performance.now(), ranMs: ranMs() };
  held = {
    allMs: Math.max(held.allMs, now.at - last.at - TICK_MS),
    ranMs: Math.max(held.ranMs, now.ranMs - last.ranMs),
  };
  last = now;
}, TICK_MS).unref();

process.on('SIGUSR2', () => {
  const said = { title: process.title, held, rssBytes: process.memoryUsage().rss };
  writeFileSync(join(process.env.LOOP_DELAY_FOLDER, `${process.pid}.json`), JSON.stringify(said));
  if (!hasStarted) held = { allMs: 0, ranMs: 0 };
  hasStarted = true;
});
