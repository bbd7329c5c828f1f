/** Kinds of values. END is the end of the innermost entered container, or of the payload. */
export const END = 0;
export const NULL = 1;
export const OBJECT = 2;
export const LIST = 3;
export const TEXT = 4;
export const NUMBER = 5;
/** An Ion timestamp. */
export const INSTANT = 6;
/** A value that doesn't occur in profiles. */
export const OTHER = 7;

export type Kind = number;

/**
 * Reads JSON or Ion value by value without creating objects. Equal texts have equal ids; the first ids are those of
 * MEMBER_NAMES.
 */
export interface ValueReader {
  /** In an object: id of the current member's name. */
  readonly field: number;
  /** Moves to the next value, skipping the current one unless it was entered. END leaves the container. */
  next(): Kind;
  /** Enters the current OBJECT or LIST. */
  enter(): void;
  /** The current NUMBER, possibly infinite. */
  number(): number;
  /** Id of the current TEXT. */
  text(): number;
  /** The current INSTANT in epoch milliseconds. */
  instant(): number | undefined;
  textOf(id: number): string;
  /** Approximate share of the payload that was read, from 0 to 1; 0 if unknown. */
  progress(): number;
  /**
   * Optional fast path: reads frames of the current children object as long as they have only the usual members. Returns by how
   * many containers the nesting grew: a frame, its children, one of these …
   */
  readPlainFrames?(frames: FrameSink): number;
}

/** Receives frames, with texts as ids. All methods but `open` apply to the innermost open frame. */
export interface FrameSink {
  open(name: number): void;
  inFile(file: number): void;
  atLines(from: number, to: number): void;
  count(state: number, samples: number): void;
  close(): void;
}

/** The member names of a profile. The index of each is its text id. */
export const MEMBER_NAMES = [
  'children',
  'counts',
  'line',
  'file',
  'name',
  'callgraph',
  'start',
  'end',
  'agentMetadata',
  'sampleWeights',
] as const;

export const [CHILDREN, COUNTS, LINE, FILE, NAME, CALLGRAPH, START, AT_END, METADATA, WEIGHTS] =
  MEMBER_NAMES.map((_, id) => id) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
