import type { CallTree } from './call-tree';

/** Whether any two siblings have the same name. */
export function hasRepeatedSiblings({ names, name, end }: CallTree): boolean {
  /** Name → 1 + the last parent seen with a child of this name. */
  const seenBelow = new Uint32Array(names.length);
  for (let parent = 0; parent < name.length; parent++) {
    const past = end[parent] ?? 0;
    for (let child = parent + 1; child < past; child = end[child] ?? past) {
      const own = name[child] ?? 0;
      if (seenBelow[own] === parent + 1) return true;
      seenBelow[own] = parent + 1;
    }
  }
  return false;
}
