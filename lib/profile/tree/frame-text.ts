/** In place of the name of a frame that has none. */
export const NAMELESS = '<nameless>';

/** The name of a frame as text that can be seen: NAMELESS when it is empty or blank. */
export const frameText = (name: string) => (name.trim() === '' ? NAMELESS : name);
