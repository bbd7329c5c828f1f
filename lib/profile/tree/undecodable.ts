import { formatNumber } from '@/lib/answer/format-number';

/** The payload is not a valid profile in any known format. */
export class UndecodableProfile extends Error {
  override readonly name: string = 'UndecodableProfile';

  /** What the user could do with an option of the command, within a sentence: "choose one of them with --sample-type". */
  readonly option: string | undefined;

  constructor(message: string, { option, ...options }: ErrorOptions & { option?: string } = {}) {
    super(message, options);
    this.option = option;
  }
}

/** The bytes are neither well-formed JSON nor Ion. */
export class UnreadableBytes extends UndecodableProfile {
  override readonly name = 'UnreadableBytes';
}

export function tooMany(
  what: 'frames' | 'states' | 'characters' | 'values',
  max: number,
): UndecodableProfile {
  return new UndecodableProfile(`The profile has more than ${formatNumber(max)} ${what}.`);
}
