import { formatWithOptions, stripVTControlCharacters } from 'node:util';
import { log } from './log';

/** Node prints its warnings as errors. */
const NODE_WARNING = /^\(node:\d+\) /;

/** Makes lines of the log of all that is printed to the console: by Next, by AWS's clients and by rooms that know no log. */
export function captureConsole(console: Console): void {
  const write =
    (line: (text: string) => void) =>
    (...values: unknown[]): void =>
      line(oneLine(formatWithOptions({ colors: false }, ...values)));
  Object.assign(console, {
    debug: write(log.debug),
    log: write(log.info),
    info: write(log.info),
    warn: write(log.warn),
    error: write((text) => log[NODE_WARNING.test(text) ? 'warn' : 'error'](text)),
  });
}

const oneLine = (text: string) =>
  stripVTControlCharacters(text)
    .trim()
    .replace(/\s*\n\s*/g, ' | ');
