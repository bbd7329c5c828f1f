import { makeReader, type Reader } from 'ion-js';
import { tooMany, UndecodableProfile } from './undecodable';

const BINARY_MARK = [0xe0, 0x01, 0x00, 0xea];

/** 200,000 frames one in the other, a struct for the frame and one for its children. */
const DEEPEST_BINARY = 500_000;

/** Text is read with a stack that moves as a whole at each value: each takes as long as it is deep. */
const DEEPEST_TEXT = 4_000;

export function isBinaryIon(bytes: Uint8Array): boolean {
  return BINARY_MARK.every((byte, i) => bytes[i] === byte);
}

/**
 * An Ion reader that throws UndecodableProfile past so many values, or too deep. What nobody steps into counts
 * too: ion-js skips a container of text by stepping into all that it holds, by these methods.
 */
export function boundedIonReader(bytes: Uint8Array, mostValues: number): Reader {
  const reader = makeReader(bytes);
  const next = reader.next.bind(reader);
  const stepIn = reader.stepIn.bind(reader);
  const deepest = isBinaryIon(bytes) ? DEEPEST_BINARY : DEEPEST_TEXT;
  let values = 0;
  reader.next = () => {
    const type = next();
    if (type !== null) values += 1;
    if (values > mostValues) throw tooMany('values', mostValues);
    return type;
  };
  reader.stepIn = () => {
    if (reader.depth() >= deepest) throw new UndecodableProfile('The profile is nested too deep.');
    stepIn();
  };
  return reader;
}
