import { fuzz } from '@/lib/local-aws/fuzz/fuzz';
import { combinations, knownInSample } from '@/lib/local-aws/fuzz/target';
import { operations } from '@/lib/local-aws/services';
import { startForTest } from '@/lib/local-aws/started-for-test';
import { fuzzArgs } from './fuzz-args';

const MAX_PRINTED = 20;

/** `npm run fuzz -- [COUNT] [--seed N]` fuzzes a separate local-aws. Exits with status 1 when it finds something. */
const { count, seed } = fuzzArgs('fuzz', 100_000);
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
