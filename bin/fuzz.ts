import { parseArgs } from 'node:util';
import { fuzz } from '@/lib/local-aws/fuzz/fuzz';
import { combinations, knownInSample } from '@/lib/local-aws/fuzz/target';
import { operations } from '@/lib/local-aws/services';
import { startForTest } from '@/lib/local-aws/started-for-test';

const MAX_PRINTED = 20;

/** `npm run fuzz -- [COUNT] [--seed N]` fuzzes a separate local-aws. Exits with status 1 when it finds something. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
const [count, seed] = [Number(positionals[0] ?? 100_000), Number(values.seed)];
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [COUNT] [--seed N], both whole numbers');
  process.exit(2);
}
console.log(`${count} requests over ${operations.length} operations, --seed ${seed} …`);
const local = await startForTest();
const { findings, statuses } = await fuzz({
  url: local.clientConfig.endpoint,
  operations,
  known: knownInSample,
  combinations,
  count,
  seed,
});
await local.close();
console.log('Responses by status:', Object.fromEntries([...statuses].sort()));
for (const { request, problem } of findings.slice(0, MAX_PRINTED)) {
  const body = request.body && Buffer.from(request.body).toString('utf8').slice(0, 300);
  console.error(
    `${request.operation}, ${request.kind}: ${problem}\n  ${request.method} ${request.path.slice(0, 300)} ${body ?? ''}`,
  );
}
console.log(`${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
