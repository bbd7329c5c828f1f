import { parseArgs } from 'node:util';
import { killLoop } from '@/lib/local-aws/kill-loop';

const USAGE = 'Usage: npm run kill-loop -- [rounds, 100 unless given] [--seed TEXT]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: String(Date.now()) } },
});
const rounds = Number(positionals[0] ?? 100);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(USAGE);
  process.exit(1);
}
console.log(`seed ${values.seed}`);
const { acknowledged, counted, neverAcknowledged } = await killLoop(rounds, values.seed, console.log);
console.log(
  `${rounds} times killed: ${acknowledged} posts were acknowledged and each is counted once; ` +
    `${counted - acknowledged} of ${neverAcknowledged} others are counted too`,
);
