import { access, constants, copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const NAME = 'local-aws.duckdb';

/** The write-ahead log beside the database, as DuckDB names it. */
const LOG = '.wal';

/** The folder beside it for what doesn't fit in memory. A process that was killed leaves it full. */
const SPILLED = '.tmp';

/** Left in a data folder whose database seemed damaged while it was in use. */
const MARK = `${NAME}.damaged`;

const LOCKED = /could not set lock|conflicting lock/i;
/** Words of DuckDB's own, at their beginning: a sentence of ours may quote what it says of a file that is read. */
const DAMAGED =
  /^(?:INTERNAL|Serialization) Error|^(?:IO|FATAL) Error: .*(?:not a valid DuckDB database|corrupt (?:database|WAL) file|could not read enough bytes from file "[^"]*local-aws\.duckdb|serialization error|internal error)/i;

const SETTINGS = { threads: '2', memory_limit: '512MB', autoinstall_known_extensions: 'false' };

/** Whether DuckDB says that what it has on disk can't be what it wrote. */
export const tellsOfDamage = (error: unknown) => error instanceof Error && DAMAGED.test(error.message);

/**
 * Opens the folder's database. What is damaged is set aside under another name, first the write-ahead log alone and
 * then both, and a sentence in the log tells so. Throws when another process has it.
 */
export async function openDatabaseFile(folder: string): Promise<DuckDBInstance> {
  const file = join(folder, NAME);
  const isSuspect = await exists(join(folder, MARK));
  let instance = await openOrSetAside(folder, file);
  if (isSuspect && !(await isReadable(instance))) {
    instance.closeSync();
    await setAside(folder, ['', LOG]);
    instance = await DuckDBInstance.create(file, SETTINGS);
  }
  await rm(join(folder, MARK), { force: true });
  await rm(`${file}${SPILLED}`, { recursive: true, force: true });
  return instance;
}

/**
 * Copies the database of a folder, if it has one, into another folder and writes nothing to the first. Throws when
 * another process uses it, or when it is damaged.
 */
export async function copyDatabaseFile(folder: string, to: string): Promise<void> {
  const file = join(folder, NAME);
  if (!(await exists(file))) return;
  const held = await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' }).catch((error) => {
    throw tellsOfDamage(error)
      ? new Error(`The database in ${folder} is damaged.`)
      : inASentence(error, folder);
  });
  try {
    // The file itself comes last: closing it after the copy lets go of the lock.
    for (const part of [LOG, '']) {
      if (await exists(`${file}${part}`))
        await copyFile(`${file}${part}`, join(to, `${NAME}${part}`), constants.COPYFILE_FICLONE);
    }
  } finally {
    held.closeSync();
  }
}

async function openOrSetAside(folder: string, file: string): Promise<DuckDBInstance> {
  for (const parts of [[LOG], ['', LOG]]) {
    try {
      return await DuckDBInstance.create(file, SETTINGS);
    } catch (error) {
      if (!tellsOfDamage(error)) throw inASentence(error, folder);
      await setAside(folder, parts);
    }
  }
  return DuckDBInstance.create(file, SETTINGS);
}

/** Reads every value of every table: DuckDB also calls its own mistakes internal errors, with a sound file. */
async function isReadable(instance: DuckDBInstance): Promise<boolean> {
  const connection = await instance.connect();
  try {
    const tables = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()');
    for (const [table] of tables.getRows()) {
      await connection.run(`SELECT max(hash(t)) FROM "${String(table).replaceAll('"', '""')}" t`);
    }
    return true;
  } catch {
    return false;
  } finally {
    connection.closeSync();
  }
}

/** Has the database read whole when it is next opened, and set aside if that can't be. */
export async function markDamaged(folder: string): Promise<void> {
  await writeFile(join(folder, MARK), '');
  console.error(
    `local-aws: the database in ${folder} is damaged. Start local-aws anew: it sets the file aside, if it can't be read, and begins another.`,
  );
}

/** Renames those parts of the database that are there. */
async function setAside(folder: string, parts: string[]): Promise<void> {
  for (const part of parts) {
    const from = join(folder, `${NAME}${part}`);
    if (!(await exists(from))) continue;
    const to = await freeName(folder, part);
    await rename(from, join(folder, to));
    console.error(`local-aws: ${from} is damaged. It was set aside as ${to}; what it held is begun anew.`);
  }
}

async function freeName(folder: string, part: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `local-aws.damaged-${n}.duckdb${part}`;
    if (!(await exists(join(folder, name)))) return name;
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

function inASentence(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && LOCKED.test(error.message))) return error;
  return new Error(`Another process uses the data folder ${folder}. Stop it, or name another with --data.`);
}
