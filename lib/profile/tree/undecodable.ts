/** A payload that is not a profile in any of the formats that are known. */
export class UndecodableProfile extends Error {
  override readonly name: string = 'UndecodableProfile';
}

/** Bytes that are neither JSON nor Ion at all, whatever they would say. */
export class UnreadableBytes extends UndecodableProfile {
  override readonly name = 'UnreadableBytes';
}

export function tooMany(
  what: 'frames' | 'states' | 'characters' | 'values',
  most: number,
): UndecodableProfile {
  return new UndecodableProfile(`The profile has more than ${most.toLocaleString('en-US')} ${what}.`);
}
