import type { CallTree } from './call-tree';

/** Whether two frames of one name have the same parent. */
export function hasRepeatedSiblings({ names, name, end }: CallTree): boolean {
  /** Name → one past the parent that a child of it was last seen of. */
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
