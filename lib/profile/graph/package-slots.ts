/** Number of packages with a colour of their own: not everyone can distinguish more. */
export const SLOT_COUNT = 10;

/** The packages with a colour of their own: colour → package, '' where there is none. */
export type PackageSlots = readonly string[];

/**
 * Gives the heaviest packages a colour each. Those that have one in `kept` keep it. Who has which of the others depends on the names
 * alone: in every range and at every depth with the same heaviest packages, each has the same colour. Where others are heaviest, only
 * packages that prefer the same colour can change theirs. Functions without a package have no colour.
 */
export function packageSlots(
  weights: Iterable<readonly [name: string, weight: number]>,
  kept: PackageSlots = [],
): PackageSlots {
  const heaviest = [...weights]
    .filter(([name, weight]) => name !== '' && weight > 0)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, SLOT_COUNT)
    .map(([name]) => name)
    .sort();
  const names = new Set(heaviest);
  const slots = Array.from({ length: SLOT_COUNT }, (_, slot) => {
    const name = kept[slot] ?? '';
    return names.has(name) ? name : '';
  });
  const others = heaviest.filter((name) => !slots.includes(name));
  const displaced = others.filter((name) => {
    const slot = preferredSlot(name);
    if (slots[slot] !== '') return true;
    slots[slot] = name;
    return false;
  });
  for (const name of displaced) {
    for (let slot = preferredSlot(name); ; slot = (slot + 1) % SLOT_COUNT) {
      if (slots[slot] !== '') continue;
      slots[slot] = name;
      break;
    }
  }
  return slots;
}

function preferredSlot(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  // The low bits of this hash are poorly mixed.
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8) % SLOT_COUNT;
}
