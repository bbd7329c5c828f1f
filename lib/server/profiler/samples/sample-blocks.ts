import { z } from 'zod';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import type { SampledProfile } from '@/lib/profile/range/samples';
import type { Span } from '@/lib/time/range';
import { archiveLater } from '../../archive/archive-later';
import { jsonContent } from '../../archive/json-content';
import type { SourceArchive } from '../../archive/open-archive';
import { processWide } from '../../process-wide';
import { profileArchive } from '../archived-profiles';

/** Profiles whose samples are archived together, because a file for each would be a thousand times its content: a day of five minutes. */
const PROFILES_PER_BLOCK = 288;

const blockContent = z.object({
  profiles: z
    .array(
      z.object({
        start: z.number(),
        states: z.array(z.object({ state: z.string(), samples: z.number() })),
      }),
    )
    .max(PROFILES_PER_BLOCK),
});

/** The block of a profile. */
export type BlockName = { group: string; period: StripPeriod; block: number };

/** Samples of settled profiles, and when AWS gave the oldest of them, epoch milliseconds. */
export type SampleBlock = { asOf: number; profiles: SampledProfile[] };

/** The block that a profile belongs to. Blocks begin at multiples of their length. */
export const blockOf = (period: StripPeriod, start: number) =>
  Math.floor(start / (STRIP_PERIODS[period] * PROFILES_PER_BLOCK));

const keyParts = ({ group, period, block }: BlockName) => ['samples', group, period, block] as const;

/** The archived samples of a block; undefined when there are none. Never rejects. */
export async function archivedBlock(name: BlockName): Promise<SampleBlock | undefined> {
  const source = await profileArchive();
  return source && readBlock(source, name);
}

/** Blocks that are to be extended, by their keys. */
const extensions = () => processWide('sample blocks', () => new Map<string, SampleBlock>());

/** Archives the samples of a settled profile with those of its block. This happens later and never fails the caller. */
export async function archiveSamples(name: BlockName, asOf: number, profile: SampledProfile): Promise<void> {
  const source = await profileArchive();
  if (!source) return;
  const key = source.keyOf(keyParts(name));
  const waiting = extensions().get(key);
  const extension = united(waiting, { asOf, profiles: [profile] });
  const isAccepted =
    waiting !== undefined ||
    archiveLater().add(async () => {
      const added = extensions().get(key);
      extensions().delete(key);
      if (added) await extendBlock(source, name, added);
    });
  if (isAccepted) extensions().set(key, extension);
}

/** Blocks are archived one after the other, so nothing is written between reading one and replacing it. */
async function extendBlock(source: SourceArchive, name: BlockName, added: SampleBlock): Promise<void> {
  const archived = readSamples(await source.getToReplace(keyParts(name)));
  const { asOf, profiles } = united(archived, added);
  const content = { profiles: profiles.toSorted((a, b) => a.start - b.start) };
  await source.put(keyParts(name), { asOf, content: Buffer.from(JSON.stringify(content)) });
}

/** Moves the archived samples of a time to what is recorded. */
export async function recordSamples(group: string, period: StripPeriod, { from, to }: Span): Promise<void> {
  const source = await profileArchive();
  for (let block = blockOf(period, from); source && block <= blockOf(period, to); block++)
    await source.record(keyParts({ group, period, block }));
}

/** Two blocks as one; of a profile in both, the samples of the second. It is as old as its oldest part. */
function united(first: SampleBlock | undefined, second: SampleBlock): SampleBlock {
  const byStart = [...(first?.profiles ?? []), ...second.profiles].map((each) => [each.start, each] as const);
  return {
    asOf: Math.min(first?.asOf ?? second.asOf, second.asOf),
    profiles: [...new Map(byStart).values()],
  };
}

const readBlock = async (source: SourceArchive, name: BlockName) =>
  readSamples(await source.get(keyParts(name)));

function readSamples(archived: Awaited<ReturnType<SourceArchive['get']>>): SampleBlock | undefined {
  const block = archived && jsonContent(archived, blockContent, 'a block of samples');
  return block && { asOf: archived.asOf, ...block };
}
