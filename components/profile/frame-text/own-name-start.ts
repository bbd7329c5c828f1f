/** A class or module, then the function's own name after a dot or two colons, without spaces, brackets or other signs. */
const OWNED = /^(.+?)(\.|::)(?:[\p{L}\p{N}_$]+|<[\p{L}\p{N}_$]+>)$/u;

/** Where the function's own name starts in a label, its separator included; 0 for a label without an owner. */
export const ownNameStart = (label: string): number => OWNED.exec(label)?.[1]?.length ?? 0;
