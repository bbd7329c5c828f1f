/** Why a file can't be imported at all, as a sentence. */
export class ImportError extends Error {}
