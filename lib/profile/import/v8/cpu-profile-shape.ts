import { z } from 'zod';
import { UndecodableProfile } from '../../tree/undecodable';

/** A number that some writers put in quotes. */
const numeric = (value: unknown) =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;

const count = z.preprocess(numeric, z.number().int().min(0).max(Number.MAX_SAFE_INTEGER));
/** A line or column from 0; -1 when unknown or impossible. */
const position = z.preprocess(numeric, z.number().int().min(-1).max(0x7fffffff)).catch(-1);
const text = z.string().catch('');
const instant = z.preprocess(numeric, z.number()).nullish().catch(undefined);

const node = z.object({
  id: count,
  callFrame: z.object({ functionName: text, url: text, lineNumber: position, columnNumber: position }),
  hitCount: count.nullish(),
  children: z.array(count).nullish(),
  /** Id of the caller, in place of children. */
  parent: count.nullish(),
});

const cpuProfile = z.object({
  nodes: z.array(node).min(1),
  /** Microseconds of a monotonic clock. */
  startTime: instant,
  endTime: instant,
  /** Node ids. */
  samples: z.array(count).nullish(),
});

export type CpuProfileFile = z.infer<typeof cpuProfile>;

/** The right form of each member, for the sentence about a file with another one. */
const EXPECTED: Record<string, string> = {
  nodes: 'a list of at least one node',
  id: 'a whole number',
  callFrame: 'an object with functionName, url and lineNumber',
  hitCount: 'a whole number of at least 0',
  children: 'a list of node ids',
  parent: 'a node id',
  samples: 'a list of node ids',
};

/** Throws UndecodableProfile with a sentence that names the member and its right form. */
export function parseCpuProfile(value: unknown): CpuProfileFile {
  const parsed = cpuProfile.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  const member = path.findLast((part) => typeof part === 'string') ?? 'nodes';
  const expected = EXPECTED[String(member)] ?? 'an object with id and callFrame';
  const where = path.join('.') || 'nodes';
  throw new UndecodableProfile(
    `It looks like a V8 CPU profile, but ${where} is not valid: it has to be ${expected}.`,
  );
}
