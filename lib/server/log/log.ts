import pino from 'pino';
import { processWide } from '../process-wide';
import { currentRequestId } from './current-request';
import type { LogLevel } from './levels';
import { redacted, secretsIn } from './redact';

type Level = Exclude<LogLevel, 'silent'>;

/** Facts beside the text of a line. Plain values only, so that no error, header or request gets into the log as a whole. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

type Options = {
  level: LogLevel;
  /** Where the lines go; standard output unless given. */
  destination?: pino.DestinationStream;
  environment?: NodeJS.ProcessEnv;
};

/** Lines that nobody reads are dropped above this, so that a full pipe can't hold up the server or fill its memory. */
const MAX_UNWRITTEN_BYTES = 4 * 1024 * 1024;
const MAX_TEXT_LENGTH = 8192;

type Write = (level: Level, text: string, fields: LogFields) => void;

const slot = () => processWide<{ write: Write }>('log', () => ({ write: onlyErrors }));

/** Without an open log, as in tests, errors go to the console and nothing else is shown. */
const onlyErrors: Write = (level, text) => {
  if (level === 'error') console.error(text);
};

/** Begins to write lines of JSON: each has a level, a time, the id of the request it belongs to, a text and fields. */
export function openLog({
  level,
  destination = pino.destination({ dest: 1, sync: false, maxLength: MAX_UNWRITTEN_BYTES }),
  environment = process.env,
}: Options): void {
  const secrets = secretsIn(environment);
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ requestId: currentRequestId() }),
    },
    destination,
  );
  const clean = (text: string) => redacted(text, secrets).slice(0, MAX_TEXT_LENGTH);
  slot().write = (lineLevel, text, fields) => {
    if (!logger.isLevelEnabled(lineLevel)) return;
    logger[lineLevel](cleanFields(fields, clean), clean(text));
  };
}

const cleanFields = (fields: LogFields, clean: (text: string) => string) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  );

const writer =
  (level: Level) =>
  (text: string, fields: LogFields = {}): void =>
    slot().write(level, text, fields);

/** Writes lines of the log, without secrets. */
export const log = {
  debug: writer('debug'),
  info: writer('info'),
  warn: writer('warn'),
  error: writer('error'),
};
