import { access, constants, copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const NAME = 'local-aws.duckdb';

/** Suffix of the write-ahead log, as DuckDB names it. */
const LOG = '.wal';

/** Suffix of the folder to which DuckDB spills what doesn't fit in memory. A killed process leaves it behind. */
const SPILL = '.tmp';

/** Name of the file that marks a database as suspect: it seemed damaged while it was in use. */
const MARK = `${NAME}.damaged`;

const LOCKED = /could not set lock|conflicting lock/i;
/** DuckDB's own messages, anchored at the start: ours may quote what it reports about an imported file. */
const DAMAGED =
  /^(?:INTERNAL|Serialization) Error|^(?:IO|FATAL) Error: .*(?:not a valid DuckDB database|corrupt (?:database|WAL) file|could not read enough bytes from file "[^"]*local-aws\.duckdb|serialization error|internal error)/i;

const SETTINGS = { threads: '2', memory_limit: '512MB', autoinstall_known_extensions: 'false' };

/** Whether an error of DuckDB means that its file is corrupt. */
export const reportsDamage = (error: unknown) => error instanceof Error && DAMAGED.test(error.message);

/**
 * Opens the folder's database. Damaged files are renamed and logged: first the write-ahead log alone, then both. Throws
 * when another process uses them.
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
  await rm(`${file}${SPILL}`, { recursive: true, force: true });
  return instance;
}

/**
 * Copies the database of a folder, if it has one, into another folder, without writing to the first. Throws when another
 * process uses it or it is damaged.
 */
export async function copyDatabaseFile(folder: string, to: string): Promise<void> {
  const file = join(folder, NAME);
  if (!(await exists(file))) return;
  const lock = await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' }).catch((error) => {
    throw reportsDamage(error)
      ? new Error(`The database in ${folder} is damaged.`)
      : asSentence(error, folder);
  });
  try {
    // The file itself is copied last: closing any handle of it releases the lock.
    for (const part of [LOG, '']) {
      if (await exists(`${file}${part}`))
        await copyFile(`${file}${part}`, join(to, `${NAME}${part}`), constants.COPYFILE_FICLONE);
    }
  } finally {
    lock.closeSync();
  }
}

async function openOrSetAside(folder: string, file: string): Promise<DuckDBInstance> {
  for (const parts of [[LOG], ['', LOG]]) {
    try {
      return await DuckDBInstance.create(file, SETTINGS);
    } catch (error) {
      if (!reportsDamage(error)) throw asSentence(error, folder);
      await setAside(folder, parts);
    }
  }
  return DuckDBInstance.create(file, SETTINGS);
}

/** Reads every value of every table, because DuckDB also reports its own bugs as internal errors while the file is fine. */
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

/** Marks the database as suspect: the next start reads all of it and sets it aside if that fails. */
export async function markDamaged(folder: string): Promise<void> {
  await writeFile(join(folder, MARK), '');
  console.error(
    `local-aws: the database in ${folder} is damaged. Restart local-aws: it sets the file aside if it can't be read, and creates a new one.`,
  );
}

/** Renames the parts of the database that exist. */
async function setAside(folder: string, parts: string[]): Promise<void> {
  for (const part of parts) {
    const from = join(folder, `${NAME}${part}`);
    if (!(await exists(from))) continue;
    const to = await freeName(folder, part);
    await rename(from, join(folder, to));
    console.error(`local-aws: ${from} is damaged. It was set aside as ${to}, and its contents start empty.`);
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

function asSentence(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && LOCKED.test(error.message))) return error;
  return new Error(
    `Another process uses the data folder ${folder}. Stop it, or choose another folder with --data.`,
  );
}
