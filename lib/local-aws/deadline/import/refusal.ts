/** Why a file is not imported at all, as a sentence. */
export class Refusal extends Error {}
