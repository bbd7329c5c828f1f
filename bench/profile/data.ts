import { link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PostedProfiles } from '@/lib/local-aws/codeguru/store/posted-profiles';
import { MINUTE } from '@/lib/time/duration';
import { generatedProfile } from '../generated-profile';

/** Nodes of the profiles. */
export const SIZES = [10_000, 100_000, 1_000_000] as const;
/** Times that everything is measured, and groups per size, so that each run opens one that wasn't requested before. */
export const RUNS = 5;

export const groupOf = (nodes: number, run: number) => `generated-${nodes}-${run}`;

/** The period of the profiles. */
export const SPAN = { from: '2026-11-21T10:00:00Z', to: '2026-11-21T10:05:00Z' };
const START = Date.parse(SPAN.from);

/** Stores a generated profile of each size in the folder of local-aws. The groups of a size share one file by hard links. */
export async function putProfiles(folder: string, sizes: readonly number[], runs: number): Promise<void> {
  for (const nodes of sizes) {
    const first = join(folder, 'profiles', groupOf(nodes, 0));
    const posted = await PostedProfiles.open(first, START);
    const profile = { ...generatedProfile(nodes, 1), start: START, end: START + 5 * MINUTE };
    await posted.add({ profile, start: START, token: 'generated', receivedAt: START + 5 * MINUTE });
    await posted.stopRollingUp();
    const day = SPAN.from.slice(0, 10);
    const [file = ''] = await readdir(join(first, day));
    for (let run = 1; run < runs; run++) {
      const other = join(folder, 'profiles', groupOf(nodes, run), day);
      await mkdir(other, { recursive: true });
      await link(join(first, day, file), join(other, file));
    }
  }
}
