import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { env } from '../env';
import { processWide } from '../process-wide';
import { type Config, NO_CONFIG } from './config';
import { badConfig, parseConfig } from './parse-config';

const DEFAULT_FILE = 'triptych.config.json';
const MAX_BYTES = 1024 * 1024;

type Read = { file: string; modified: number; size: number; config: Config };

const last = () => processWide<{ read?: Read }>('configuration', () => ({}));

/**
 * The configuration in TRIPTYCH_CONFIG, or else in triptych.config.json in the folder in which the dashboard was started, if there
 * is one. It is read again when the file has changed. Throws a ProblemError that names the mistake.
 */
export function readConfig(): Config {
  const { TRIPTYCH_CONFIG, TRIPTYCH_FOLDER } = env();
  return readConfigFile(TRIPTYCH_CONFIG, TRIPTYCH_FOLDER);
}

/** As `readConfig`, of a named file or the default one, relative to a folder. */
export function readConfigFile(named: string | undefined, folder = '.'): Config {
  const file = resolve(folder, named ?? DEFAULT_FILE);
  const name = basename(file);
  const found = readable(name, () => statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false }));
  if (!found && named === undefined) return NO_CONFIG;
  if (!found?.isFile()) throw badConfig(`TRIPTYCH_CONFIG names ${name}, which is not a file.`);
  const known = last().read;
  if (known?.file === file && known.modified === found.mtimeMs && known.size === found.size)
    return known.config;
  if (found.size > MAX_BYTES) throw badConfig(`${name} is larger than 1 MiB, the maximum.`);
  const config = parseConfig(
    name,
    readable(name, () => readFileSync(/* turbopackIgnore: true */ file, 'utf8')),
  );
  last().read = { file, modified: found.mtimeMs, size: found.size, config };
  return config;
}

function readable<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw badConfig(`${name} can’t be read: check its permissions.`);
  }
}

/** The configuration as it was last read without a mistake. */
export const lastConfig = (): Config => last().read?.config ?? NO_CONFIG;
