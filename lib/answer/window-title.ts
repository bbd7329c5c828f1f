/** The title of a window with a page: `Canaries · Triptych`. */
export const windowTitle = (page: string): string => `${page} · Triptych`;
