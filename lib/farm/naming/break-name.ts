/**
 * The pieces of a name between which a line may break: after the signs that separate its words, which browsers don't break at.
 * Together they are the name: `sq050_`, `sh010_`, `light`.
 */
export const breakName = (name: string): string[] => name.split(/(?<=[_./:-])(?=[^_./:\s-])/);
