import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../../store/database';
import { copyDatabaseFile } from '../../store/database-file';
import { checkFormat, markFormat } from '../../store/format';
import { markPastChanged } from '../../store/past-changed';
import { createFarmTables } from '../store/farm-tables';
import { columnHelp } from './columns';
import { inDryRunFolder, removeAbandonedFolders } from './dry-run-folder';
import { type ImportOptions, type ImportReport, importSessions } from './import-sessions';

const IMPORT_USAGE = `Usage: npm run local-aws -- import-sessions FILE.csv|FILE.parquet [options]

Adds the sessions of a file to the data folder, which local-aws must not be using. Either all rows are added or, when
a row is rejected, none. Equal rows within one file are separate sessions and all count. If a file has a row n
times and the database m times, n − m copies (if any) are added, so importing the same file again adds nothing.

  --data DIR       data folder (default .triptych)
  --dry-run        check and count the rows without writing anything
  --skip-rejected  add the remaining rows when some are rejected
  --help

Columns, in any order. A CSV file has a header and commas, and is UTF-8:

${columnHelp()}`;

/**
 * The import-sessions command. Returns the text to print, and whether no row was rejected. Rows of farms with
 * `reservedFarmIds` are rejected.
 */
export async function runImport(
  args: string[],
  reservedFarmIds: readonly string[] = [],
): Promise<{ text: string; isComplete: boolean }> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '.triptych' },
      'dry-run': { type: 'boolean', default: false },
      'skip-rejected': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { text: IMPORT_USAGE, isComplete: true };
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error('import-sessions takes one file; see --help.');
  const options = { dryRun: values['dry-run'], skipRejected: values['skip-rejected'], reservedFarmIds };
  await removeAbandonedFolders(Date.now());
  const report = await withDatabase(resolve(values.data), options, (database, createTables) =>
    importSessions(database, resolve(file), options, createTables),
  );
  if (report.isWritten && report.added > 0) await markPastChanged(resolve(values.data), Date.now());
  return { text: textOf(report, options), isComplete: report.rejected.total === 0 };
}

/** A dry run works on a copy elsewhere and leaves the data folder, if there is one, unchanged. */
async function withDatabase<T>(
  folder: string,
  { dryRun }: ImportOptions,
  work: (database: Database, createTables: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (!dryRun) await mkdir(folder, { recursive: true });
  await checkFormat(folder);
  if (!dryRun) {
    return withOpen(folder, (database) =>
      work(database, () => markFormat(folder, () => createFarmTables(database))),
    );
  }
  return inDryRunFolder(async (scratch) => {
    await copyDatabaseFile(folder, scratch);
    return withOpen(scratch, (database) => work(database, () => createFarmTables(database)));
  });
}

async function withOpen<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open(folder);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const count = (n: number) => n.toLocaleString('en-US');

function textOf(report: ImportReport, { dryRun }: ImportOptions): string {
  const { rejected, added, known, span, ignoredColumns } = report;
  const lines = rejected.first.map(({ row, reason }) => `row ${count(row)}: ${reason}`);
  if (rejected.total > lines.length)
    lines.push(`… and ${count(rejected.total - lines.length)} more rejected rows`);
  if (ignoredColumns.length > 0) lines.push(`ignored columns: ${ignoredColumns.slice(0, 20).join(', ')}`);
  if (span) lines.push(`sessions from ${span.map((at) => new Date(at).toISOString()).join(' to ')}`);
  lines.push(`${rejected.isLowerBound ? 'at least ' : ''}${count(rejected.total)} rows rejected`);
  lines.push(`${count(known)} rows already imported`);
  lines.push(`${count(added)} ${verdict(report, dryRun)}`);
  return lines.join('\n');
}

function verdict({ isWritten, rejected }: ImportReport, dryRun: boolean): string {
  if (dryRun) return 'new rows; nothing was written (dry run)';
  if (isWritten) return 'new rows added';
  if (rejected.mayHideRows)
    return 'new rows; nothing was written, because an unclosed quote hides the rows after it. Close it, then retry';
  return `new rows; nothing was written, because ${count(rejected.total)} rows were rejected. Fix them, or use --skip-rejected`;
}
