import { nameKey } from './plain-name';

export type Named = { id: string; name: string };

/** Fewer characters of an id would rarely tell two apart. */
const MIN_SHORT_ID = 6;

/** Names by id. Names that a reader can't tell apart get a part of their id: `lighting (…7a9c01)`. Ids must be different. */
export function distinctNames(all: Iterable<Named>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of all) names.set(id, name);
  const groups = groupsOfAlike(names);
  if (groups.length === 0) return names;
  for (const alike of groups) {
    const shortIds = shortIdsOf(alike);
    for (const id of alike) names.set(id, `${names.get(id)} (${shortIds.get(id)})`);
  }
  // A name can itself end like another one with its short id.
  for (const alike of groupsOfAlike(names)) for (const id of alike) names.set(id, `${names.get(id)} ${id}`);
  return names;
}

function groupsOfAlike(names: ReadonlyMap<string, string>): string[][] {
  const firsts = new Map<string, string>();
  // Few names are alike, so that only these get a list.
  const alike = new Map<string, string[]>();
  for (const [id, name] of names) {
    const key = nameKey(name);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, id);
    else {
      const ids = alike.get(key) ?? [first];
      ids.push(id);
      alike.set(key, ids);
    }
  }
  return [...alike.values()];
}

/** The shortest part of each id, of six characters or more, in which all of them differ: their ends, or what is before equal ends. */
function shortIdsOf(ids: readonly string[]): Map<string, string> {
  const end = commonEndLength(ids);
  const longest = Math.max(...ids.map(({ length }) => length)) - end;
  for (let length = MIN_SHORT_ID; length < longest; length++) {
    const parts = ids.map((id) => id.slice(Math.max(0, id.length - end - length), id.length - end));
    if (new Set(parts).size === ids.length)
      return new Map(ids.map((id, at) => [id, `…${parts[at]}${end > 0 ? '…' : ''}`]));
  }
  return new Map(ids.map((id) => [id, id]));
}

function commonEndLength([first = '', ...rest]: readonly string[]): number {
  let length = 0;
  while (length < first.length && rest.every((id) => id.at(-1 - length) === first.at(-1 - length))) length++;
  return length;
}
