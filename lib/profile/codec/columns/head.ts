import { z } from 'zod';
import { UndecodableProfile } from '../../tree/undecodable';

const width = z.union([z.literal(1), z.literal(2), z.literal(4)]);
const wide = z.union([z.literal(2), z.literal(4)]);
const count = z.number().int().min(0);
const texts = z.object({ count, lengths: width, bytes: count });
const shortNumbers = z.object({ count, longer: count });

const headSchema = z.object({
  start: z.number().optional(),
  end: z.number().optional(),
  sampleWeights: z.record(z.string(), z.number()),
  states: z.array(z.string()),
  nodes: z.number().int().min(1),
  names: texts,
  files: texts,
  /** Bytes of each number in the columns; `lines` is the number of further lines after the first. */
  widths: z.object({ name: wide, depth: width, file: wide, lineFrom: wide, lineTo: wide, lines: width }),
  self: z.array(z.object({ gaps: shortNumbers, samples: z.union([shortNumbers, z.literal('doubles')]) })),
});

/** The head of a profile in columns: its times and states, and the length and type of each column. */
export type Head = z.output<typeof headSchema>;

/** Throws UndecodableProfile. */
export function parseHead(json: string): Head {
  const parsed = headSchema.safeParse(jsonOf(json));
  if (!parsed.success || parsed.data.self.length !== parsed.data.states.length) throw inconsistent();
  return parsed.data;
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const inconsistent = () => new UndecodableProfile('The stored profile is inconsistent.');
