import { parseArgs } from 'node:util';
import { killLoop } from '@/lib/local-aws/kill-loop';

const USAGE = 'Usage: npm run kill-loop -- [ROUNDS] [--seed TEXT], 100 rounds by default';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: String(Date.now()) } },
});
const rounds = Number(positionals[0] ?? 100);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(USAGE);
  process.exit(2);
}
console.log(`seed ${values.seed}`);
const { acknowledged, counted, neverAcknowledged } = await killLoop(rounds, values.seed, console.log);
console.log(
  `Killed ${rounds} times. Each of the ${acknowledged} acknowledged posts is counted once; ` +
    `${counted - acknowledged} of ${neverAcknowledged} others are also counted.`,
);
