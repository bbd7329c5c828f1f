import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../../store/database';
import { copyDatabaseFile } from '../../store/database-file';
import { checkFormat, markFormat } from '../../store/format';
import { createFarmTables } from '../store/farm-tables';
import { columnsInRows } from './columns';
import { inDryRunFolder, removeAbandoned } from './dry-run-folder';
import { type ImportOptions, type ImportReport, importSessions } from './import-sessions';

const IMPORT_USAGE = `Usage: npm run local-aws -- import-sessions FILE.csv|FILE.parquet [options]

Adds the sessions of a file to the data folder, while local-aws does not run on it. All are added or, when a row is
rejected, none. The same rows again, in this file or another, double nothing.

  --data DIR       folder of all data (default .triptych)
  --dry-run        check and count only; nothing is written
  --skip-rejected  add the other rows when some are rejected
  --help

Columns, in any order; a CSV file has a header, commas, and is UTF-8:

${columnsInRows()}`;

/** The import-sessions command. Gives what to print, and whether every row was taken. */
export async function runImport(args: string[]): Promise<{ text: string; complete: boolean }> {
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
  if (values.help) return { text: IMPORT_USAGE, complete: true };
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error('import-sessions takes one file; see --help.');
  const options = { dryRun: values['dry-run'], skipRejected: values['skip-rejected'] };
  await removeAbandoned(Date.now());
  const report = await withDatabase(resolve(values.data), options, (database, makeTables) =>
    importSessions(database, resolve(file), options, makeTables),
  );
  return { text: textOf(report, options), complete: report.rejected.total === 0 };
}

/** A dry run works on a copy elsewhere: the folder, if it is there, stays as it is. */
async function withDatabase<T>(
  folder: string,
  { dryRun }: ImportOptions,
  work: (database: Database, makeTables: () => Promise<void>) => Promise<T>,
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
  const { rejected, added, known, span, passedOver } = report;
  const lines = rejected.first.map(({ row, reason }) => `row ${count(row)}: ${reason}`);
  if (rejected.total > lines.length) lines.push(`… and ${count(rejected.total - lines.length)} more rows`);
  if (passedOver.length > 0) lines.push(`columns passed over: ${passedOver.slice(0, 20).join(', ')}`);
  if (span) lines.push(`sessions from ${span.map((at) => new Date(at).toISOString()).join(' to ')}`);
  lines.push(`${rejected.atLeast ? 'at least ' : ''}${count(rejected.total)} rows rejected`);
  lines.push(`${count(known)} rows were there already`);
  lines.push(`${count(added)} rows are new${verdict(report, dryRun)}`);
  return lines.join('\n');
}

function verdict({ written, rejected }: ImportReport, dryRun: boolean): string {
  if (dryRun) return '; nothing was written: a dry run';
  if (written) return ' and were added';
  if (rejected.torn)
    return '; nothing was written: a quote that is not closed hides the rows after it. Mend it';
  return `; nothing was written, as ${count(rejected.total)} were rejected: mend them, or name --skip-rejected`;
}
