/** What a payload has next; END is the end of the container that was entered last, or of the payload. */
export const END = 0;
export const NULL = 1;
export const OBJECT = 2;
export const LIST = 3;
export const TEXT = 4;
export const NUMBER = 5;
/** A timestamp, which only Ion has. */
export const INSTANT = 6;
/** Values that no profile has. */
export const OTHER = 7;

export type Kind = number;

/**
 * Reads JSON or Ion value by value, without making objects of it. Texts are given as ids, equal ones for equal texts;
 * the first are those of MEMBER_NAMES.
 */
export interface ValueReader {
  /** Within an object: the id of the name of the value that was come to. */
  readonly field: number;
  /** Comes to the next value; the one before is passed, unless it was entered. At its END a container is left. */
  next(): Kind;
  /** Enters the OBJECT or LIST that was come to. */
  enter(): void;
  /** The NUMBER that was come to; it may be beyond all numbers. */
  number(): number;
  /** The id of the TEXT that was come to. */
  text(): number;
  /** The INSTANT that was come to, epoch milliseconds. */
  instant(): number | undefined;
  textOf(id: number): string;
  /** How much of the payload was read, from 0 to 1: about, and 0 where it isn't known. */
  progress(): number;
  /**
   * Within the children of a frame: takes those that come, as long as they are as most frames are, and gives how many
   * containers deeper the reader is then: in a frame, its children, one of these … Readers needn't have it.
   */
  readPlainFrames?(frames: FrameSink): number;
}

/** Where frames are told of, texts by their ids: all but `open` speak of the innermost open frame. */
export interface FrameSink {
  open(name: number): void;
  inFile(file: number): void;
  atLines(from: number, to: number): void;
  count(state: number, samples: number): void;
  close(): void;
}

/** The names of a profile's members; the place of each is its id. */
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
