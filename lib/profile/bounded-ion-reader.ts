import { makeReader, type Reader } from 'ion-js';
import { tooMany, UndecodableProfile } from './undecodable';

/** Text is read with a stack that moves as a whole at each value: each takes as long as it is deep. */
const DEEPEST_TEXT = 4_000;

/**
 * A reader of Ion text that throws UndecodableProfile past so many values, or too deep. What nobody steps into counts
 * too: ion-js skips a container of text by stepping into all that it holds, by these methods.
 */
export function boundedIonTextReader(bytes: Uint8Array, mostValues: number): Reader {
  const reader = makeReader(bytes);
  const next = reader.next.bind(reader);
  const stepIn = reader.stepIn.bind(reader);
  let values = 0;
  reader.next = () => {
    const type = next();
    if (type !== null) values += 1;
    if (values > mostValues) throw tooMany('values', mostValues);
    return type;
  };
  reader.stepIn = () => {
    if (reader.depth() >= DEEPEST_TEXT) throw new UndecodableProfile('The profile is nested too deep.');
    stepIn();
  };
  return reader;
}
