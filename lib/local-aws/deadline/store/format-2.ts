import type { DuckDBConnection } from '@duckdb/node-api';
import { addKeys, keyOf, TEXT_COLUMNS, withKeys } from '../statistics/session-texts';

/**
 * Migrates the sessions of a data folder of format 2, which stored records with their texts in `session_record`. Results
 * of aggregations, kept for an hour only, are dropped and marked FAILED.
 */
export async function migrateFormat2(connection: DuckDBConnection): Promise<void> {
  const tables = await tableNames(connection);
  if (!tables.includes('session_record')) return;
  await addKeys(connection, 'session_record');
  await connection.run(
    `INSERT INTO session BY NAME
     SELECT ${TEXT_COLUMNS.map(keyOf).join(', ')}, started_at, ended_at, cost_micro_usd
     FROM ${withKeys('session_record', TEXT_COLUMNS)}`,
  );
  await connection.run('DROP TABLE session_record');
  for (const table of tables.filter((name) => name.startsWith('statistics_'))) {
    await connection.run(`DROP TABLE ${table}`);
  }
  if (!tables.includes('aggregation')) return;
  await connection.run(`UPDATE aggregation SET status = 'FAILED', message = $1 WHERE status = 'COMPLETED'`, [
    'The service was replaced by a newer release. Start the aggregation again.',
  ]);
}

async function tableNames(connection: DuckDBConnection): Promise<string[]> {
  const found = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables() WHERE NOT temporary');
  return found.getRows().map(([name]) => String(name));
}
