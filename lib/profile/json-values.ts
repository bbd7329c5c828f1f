const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const BRACKETS = [...'[{'].map((bracket) => bracket.charCodeAt(0));

/**
 * An upper bound of the values in a JSON text, without parsing it: each is the first in its container or comes after
 * a comma. Exact but for empty containers, which count double.
 */
export function jsonValuesAtMost(json: Uint8Array): number {
  const [list, object] = BRACKETS;
  let values = 1;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === QUOTE) i = endOfString(json, i);
    else if (byte === COMMA || byte === list || byte === object) values += 1;
  }
  return values;
}

function endOfString(json: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== QUOTE) i += json[i] === BACKSLASH ? 2 : 1;
  return i;
}
