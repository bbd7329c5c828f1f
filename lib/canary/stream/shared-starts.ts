/** Texts without the start that each shares with the last one before it. */
export type SharedStarts = { shared: number[]; rest: (string | null)[] };

/** Writes texts without their shared starts; undefined ones as null. */
export function sharedStarts(texts: readonly (string | undefined)[]): SharedStarts {
  let last = '';
  const written: SharedStarts = { shared: [], rest: [] };
  for (const text of texts) {
    const shared = text === undefined ? 0 : sharedLength(last, text);
    written.shared.push(shared);
    written.rest.push(text?.slice(shared) ?? null);
    last = text ?? last;
  }
  return written;
}

/** Reads texts that `sharedStarts` wrote. */
export function joinedTexts({ shared, rest }: SharedStarts): (string | undefined)[] {
  let last = '';
  return rest.map((text, at) => {
    if (text === null) return undefined;
    last = last.slice(0, shared[at]) + text;
    return last;
  });
}

function sharedLength(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let length = 0;
  while (length < max && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
