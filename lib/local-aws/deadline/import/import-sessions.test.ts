import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../store/database';
import { TEXT_COLUMNS, withTexts } from '../statistics/session-texts';
import { COLUMNS } from './columns';
import { type ImportOptions, importSessions } from './import-sessions';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-import-'));
  database = await Database.open(folder);
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const RESERVED = `farm-${'f'.repeat(32)}`;

const HEADER = COLUMNS.slice(0, 11).map(({ name }) => name);
const GOOD = {
  farm: 'Studio',
  queue: 'lighting',
  fleet: 'cpu',
  job: 'shot 1',
  user: 'ann',
  usage_type: 'COMPUTE',
  instance_type: 'c6i.4xlarge',
  license_product: '',
  started: '2026-11-20T10:00:00Z',
  ended: '2026-11-20T11:00:00Z',
  cost_usd: '0.68',
};
type Row = Partial<typeof GOOD>;

const lineOf = (change: Row) =>
  Object.values({ ...GOOD, ...change })
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');

async function importText(text: string, options: Partial<ImportOptions> = {}) {
  const file = join(folder, 'sessions.csv');
  await writeFile(file, text);
  return importSessions(database, file, {
    dryRun: false,
    skipRejected: false,
    reservedFarmIds: [RESERVED],
    ...options,
  });
}

const importRows = (rows: Row[], options: Partial<ImportOptions> = {}) =>
  importText(`${[HEADER.join(','), ...rows.map(lineOf)].join('\n')}\n`, options);

const records = () =>
  database.rows(
    `SELECT ${TEXT_COLUMNS.join(', ')}, started_at, ended_at, cost_micro_usd
     FROM ${withTexts('session', TEXT_COLUMNS)} ORDER BY ALL`,
  );
const stored = async () => (await records()).length;

describe('a row', () => {
  it('becomes a record with exactly these members', async () => {
    await importRows([{ started: '2026-11-20T10:00:00.250+05:30', cost_usd: '1.0000004' }]);
    expect(await records()).toEqual([
      {
        farm_id: expect.stringMatching(/^farm-[0-9a-f]{32}$/),
        queue_id: expect.stringMatching(/^queue-[0-9a-f]{32}$/),
        fleet_id: expect.stringMatching(/^fleet-[0-9a-f]{32}$/),
        job_id: expect.stringMatching(/^job-[0-9a-f]{32}$/),
        job_name: 'shot 1',
        user_id: 'ann',
        usage_type: 'COMPUTE',
        instance_type: 'c6i.4xlarge',
        license_product: null,
        started_at: BigInt(Date.parse('2026-11-20T04:30:00.250Z')),
        ended_at: BigInt(Date.parse('2026-11-20T11:00:00Z')),
        cost_micro_usd: 1_000_000n,
      },
    ]);
  });

  const rejected: [string, Row][] = [
    ['farm is missing', { farm: ' ' }],
    ['user is missing', { user: '' }],
    ['queue is longer than 100 characters', { queue: 'q'.repeat(101) }],
    ['job is longer than 512 characters', { job: 'j'.repeat(513) }],
    ['farm is one of the sample farms', { farm: RESERVED }],
    ['user contains a NUL character', { user: 'an\0n' }],
    ['job contains a NUL character', { job: '\0' }],
    ['license_product contains a NUL character', { usage_type: 'LICENSE', license_product: 'Nuke\0' }],
    ['usage_type is not one of COMPUTE, LICENSE, PERSISTENT_VOLUME', { usage_type: 'GPU' }],
    ['license_product is missing', { usage_type: 'LICENSE' }],
    ['license_product is only for LICENSE', { license_product: 'Nuke' }],
    ['started is not a date-time with a zone, such as 2026-11-24T10:00:00Z', { started: '' }],
    [
      'started is not a date-time with a zone, such as 2026-11-24T10:00:00Z',
      { started: '2026-11-20T10:00:00' },
    ],
    ['ended is not a date-time with a zone, such as 2026-11-24T10:00:00Z', { ended: '2026-02-30T10:00:00Z' }],
    [
      'ended is not a date-time with a zone, such as 2026-11-24T10:00:00Z',
      { ended: '2026-11-20T11:00:00-24:00' },
    ],
    ['ended is not between 2000 and 2100', { ended: '2101-01-01T00:00:00Z' }],
    ['ended is before started', { ended: '2026-11-20T09:59:59.999Z' }],
    ['cost_usd is not a number', { cost_usd: '' }],
    ['cost_usd is not a number', { cost_usd: 'NaN' }],
    ['cost_usd is not a number', { cost_usd: '0x10' }],
    ['cost_usd is below 0', { cost_usd: '-0.01' }],
    ['cost_usd is over 1,000,000', { cost_usd: '1000000.01' }],
    ['cost_usd is over 1,000,000', { cost_usd: '1e300' }],
  ];
  it.each(rejected)('is rejected because %s', async (reason, change) => {
    const report = await importRows([{}, change]);
    expect(report).toMatchObject({ isWritten: false, rejected: { total: 1, first: [{ row: 3, reason }] } });
    expect(await stored()).toBe(0);
  });

  it.each<[string, Row]>([
    ['no instance type', { instance_type: '' }],
    ['an end at its start, free of charge', { ended: GOOD.started, cost_usd: '0' }],
    ['lower case and blanks', { usage_type: ' compute ', cost_usd: ' 1e2 ' }],
    ['names of any content', { farm: '__proto__', queue: `"; DROP TABLE session; --`, job: 'a\nb,c' }],
    ['a licence', { usage_type: 'LICENSE', instance_type: '', license_product: 'Nuke' }],
  ])('is accepted with %s', async (_, change) => {
    expect(await importRows([change])).toMatchObject({ isWritten: true, added: 1, rejected: { total: 0 } });
  });
});

describe('a file', () => {
  it('reports malformed and invalid rows by their row numbers', async () => {
    const lines = ['a,b', lineOf({ job: 'two\nlines' }), lineOf({ cost_usd: 'x' }), `${lineOf({})},x`];
    const last = [lineOf({ job: '"bad"' }).replace('"""bad"""', '"bad"x'), lineOf({ user: '' })];
    const report = await importText([HEADER.join(','), ...lines, ...last].join('\r\n'));
    expect(report.rejected).toEqual({
      total: 5,
      isLowerBound: false,
      mayHideRows: true,
      first: [
        { row: 2, reason: 'has fewer fields than the header' },
        { row: 4, reason: 'cost_usd is not a number' },
        { row: 5, reason: 'has more fields than the header' },
        { row: 6, reason: 'a quote is not closed or is followed by other text' },
        { row: 7, reason: 'user is missing' },
      ],
    });
  });

  it('reports a row that is too long', async () => {
    const report = await importRows([{}, { user: 'u'.repeat(200_000) }, {}]);
    const reason = 'is longer than 128 KiB';
    expect(report).toMatchObject({ added: 2, rejected: { total: 1, first: [{ row: 3, reason }] } });
  });

  it('reports the first 20 rejected rows and counts all', async () => {
    const { rejected } = await importRows(
      Array.from({ length: 3000 }, (_, n) => ({ cost_usd: n % 2 ? '1' : '' })),
    );
    expect(rejected.total).toBe(1500);
    expect(rejected.first.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, n) => 2 + 2 * n));
  });

  it('is imported without its rejected rows when these may be skipped', async () => {
    const report = await importRows([{}, { user: '' }], { skipRejected: true });
    expect(report).toMatchObject({ isWritten: true, added: 1, rejected: { total: 1 } });
    expect(await stored()).toBe(1);
  });

  it('is not imported when an unclosed quote hides the rows after it', async () => {
    const unclosed = lineOf({ job: 'x' }).replace(',x,', ',"x,');
    const lines = [HEADER.join(','), lineOf({}), unclosed, lineOf({}), lineOf({})];
    const report = await importText(lines.join('\n'), { skipRejected: true });
    expect(report).toMatchObject({ isWritten: false, rejected: { mayHideRows: true } });
    expect(await stored()).toBe(0);
  });

  it.each([
    [
      'a line of 3 MB',
      [lineOf({ user: 'u'.repeat(3_000_000) }), lineOf({})].join('\n'),
      /^Line 2 is longer than 2 MiB/,
    ],
    ['two kinds of line ends', `${lineOf({})}\r\n${lineOf({})}\r\n`, /^Line 2 has a different line ending/],
  ])('is refused for %s', async (_, rows, sentence) => {
    await expect(importText(`${HEADER.join(',')}\n${rows}`)).rejects.toThrow(sentence);
  });

  it('changes nothing in a dry run', async () => {
    await importRows([{}]);
    const report = await importRows([{}, { farm: 'Other' }], { dryRun: true });
    expect(report).toMatchObject({ isWritten: false, added: 1, known: 1 });
    expect(await stored()).toBe(1);
    expect(await database.rows('SELECT name FROM imported_farm')).toEqual([{ name: 'Studio' }]);
  });

  it('may have its columns in any order, in capitals, with unknown ones and a byte order mark', async () => {
    const header = `\ufeff"Started",COLOUR,${HEADER.filter((name) => name !== 'started').join(',')}`;
    const { started, ...rest } = GOOD;
    const report = await importText(`${header}\n${[started, 'red', ...Object.values(rest)].join(',')}\n`);
    expect(report).toMatchObject({ added: 1, ignoredColumns: ['COLOUR'] });
  });

  it('may be Parquet, with typed times and numbers', async () => {
    // A folder name such as user=bob is not a column.
    const file = join(folder, 'user=bob', "it's [1].parquet");
    await mkdir(join(folder, 'user=bob'));
    await database.run(
      `COPY (SELECT 'Studio' AS farm, 'lighting' AS queue, 'cpu' AS fleet, 'shot 1' AS job, 'ann' AS "user",
        'COMPUTE' AS usage_type, 'c6i.4xlarge' AS instance_type, TIMESTAMP '2026-11-20 10:00:00' AS started,
        TIMESTAMPTZ '2026-11-20 12:00:00+01:00' AS ended, 0.68::DECIMAL(9, 2) AS cost_usd)
       TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
    );
    const options = { dryRun: false, skipRejected: false };
    expect(await importSessions(database, file, options)).toMatchObject({ added: 1 });
    expect(await importRows([{}])).toMatchObject({ added: 0, known: 1 });
  });

  it.each([
    ['', 'The file has no header'],
    ['farm,queue\n', 'The file has no column fleet, job, user, usage_type, started, ended, cost_usd.'],
    [`${HEADER.join(',')},Farm\n`, 'The file has two columns named farm.'],
    [HEADER.join(';'), 'The fields seem to be separated by semicolons. Save the file with commas.'],
    [
      `\ufeff"${HEADER.join('"\t"')}"\n`,
      'The fields seem to be separated by tabs. Save the file with commas.',
    ],
    ['started\n', 'The file has no column farm, queue,'],
  ])('is refused as a whole: %j', async (text, sentence) => {
    await expect(importText(text)).rejects.toThrow(sentence);
  });

  it.each([
    ['with a byte order mark', '\ufeff', (text: Buffer) => text],
    ['without one', '', (text: Buffer) => text],
    ['big-endian', '\ufeff', (text: Buffer) => text.swap16()],
    ['big-endian without a byte order mark', '', (text: Buffer) => text.swap16()],
  ])('is refused in UTF-16 %s', async (_, mark, turned) => {
    const file = join(folder, 'sessions.csv');
    await writeFile(file, turned(Buffer.from(`${mark}${HEADER.join(',')}\n${lineOf({})}\n`, 'utf16le')));
    await expect(importSessions(database, file, { dryRun: false, skipRejected: false })).rejects.toThrow(
      'The file seems to be UTF-16. Save it as UTF-8.',
    );
  });

  it('is refused when it does not exist or has another format', async () => {
    const options = { dryRun: false, skipRejected: false };
    await expect(importSessions(database, join(folder, 'none.csv'), options)).rejects.toThrow(
      'There is no file',
    );
    for (const [name, sentence] of [
      ['sessions.xlsx', 'a .csv or a .parquet file'],
      ['sessions.parquet', "can't be read as Parquet"],
    ] as const) {
      await writeFile(join(folder, name), 'PAR1 or not');
      await expect(importSessions(database, join(folder, name), options)).rejects.toThrow(sentence);
    }
  });
});

it('keeps users apart whose role ARNs differ only at the end', async () => {
  const role = 'arn:aws:sts::123456789012:assumed-role/Admin';
  const users = [`${role}/jane-doe`, `${role}/john-roe`, 'f9c1f3f0-1031-70dc-4d25-30d7225b04a0'];
  await importRows(users.map((user, n) => ({ user, cost_usd: String(2 ** n) })));
  const costs = (await records()).map(({ user_id, cost_micro_usd }) => [
    user_id,
    Number(cost_micro_usd) / 1e6,
  ]);
  expect(new Map(costs as [string, number][])).toEqual(
    new Map(users.map((user, n) => [user, 2 ** n] as const)),
  );
});

it('adds the sessions of more queues than one aggregation can name', async () => {
  const queues = Array.from({ length: 12 }, (_, n) => `q${n}`);
  const rows = queues.flatMap((queue) => Array.from({ length: 25 }, () => ({ queue, cost_usd: '0.01' })));
  expect(await importRows(rows)).toMatchObject({ added: 300 });
  const [sums] = await database.rows(
    `SELECT count(DISTINCT queue_key)::INTEGER AS queues, sum(cost_micro_usd)::INTEGER AS cost FROM session`,
  );
  expect(sums).toEqual({ queues: 12, cost: 3_000_000 });
  expect(await database.rows('SELECT name FROM imported_queue')).toHaveLength(12);
});

it('keeps every hour of a day on which a clock is set back', async () => {
  const first = Date.parse('2026-10-24T22:00:00Z');
  const hours = Array.from({ length: 26 }, (_, n) => new Date(first + n * 3_600_000).toISOString());
  const report = await importRows(
    hours.map((started) => ({ started, ended: started.replace(':00:00', ':59:00') })),
  );
  expect(report).toMatchObject({ added: 26, span: [first, first + 25 * 3_600_000] });
  expect((await records()).map(({ started_at }) => new Date(Number(started_at)).toISOString())).toEqual(
    hours,
  );
});

it('recognises a session whose job was renamed, and keeps the latest name', async () => {
  const job = `job-${'1'.repeat(32)}`;
  const header = [...HEADER, 'job_name'].join(',');
  const importNamed = (...names: string[]) =>
    importText(`${header}\n${names.map((name) => `${lineOf({ job })},${name}\n`).join('')}`);
  const names = async () => ({
    sessions: (await records()).map(({ job_name }) => job_name),
    jobs: (await database.rows('SELECT name FROM imported_job')).map(({ name }) => name),
  });
  expect(await importNamed('')).toMatchObject({ added: 1 });
  expect(await names()).toEqual({ sessions: [job], jobs: [job] });
  expect(await importNamed('Shot 10')).toMatchObject({ added: 0, known: 1 });
  expect(await names()).toEqual({ sessions: ['Shot 10'], jobs: ['Shot 10'] });
  expect(await importNamed('', '')).toMatchObject({ added: 1, known: 1 });
  expect(await names()).toEqual({ sessions: ['Shot 10', 'Shot 10'], jobs: ['Shot 10'] });
  expect(await importNamed('Shot 11', '')).toMatchObject({ added: 0, known: 2 });
  expect(await names()).toEqual({ sessions: ['Shot 11', 'Shot 11'], jobs: ['Shot 11'] });
});

it('stores each row as often as the file that has it most often, however files overlap', async () => {
  const row = fc.record({
    farm: fc.constantFrom('A', 'B'),
    job: fc.constantFrom('x', 'y'),
    instance_type: fc.constantFrom('', 'c6i.4xlarge'),
    started: fc.constantFrom('2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 4 }), async (files) => {
      await database.run('DROP TABLE IF EXISTS session');
      const maxCounts = new Map<string, number>();
      for (const rows of files) {
        await importRows(rows);
        const counts = new Map<string, number>();
        for (const one of rows) counts.set(lineOf(one), (counts.get(lineOf(one)) ?? 0) + 1);
        for (const [line, n] of counts) maxCounts.set(line, Math.max(n, maxCounts.get(line) ?? 0));
      }
      const expected = [...maxCounts.values()].reduce((a, b) => a + b, 0);
      expect(files.length === 0 ? 0 : await stored()).toBe(expected);
    }),
    { numRuns: 15, seed: 1 },
  );
});
