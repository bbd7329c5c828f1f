/** A token with which a program reads what viewers see, without the token itself. Epoch milliseconds. */
export type TokenSummary = { id: string; name: string; createdAt: number; expiresAt: number };

/** A token that was just created: it is shown once. */
export type CreatedToken = TokenSummary & { token: string };

export const MAX_TOKEN_NAME_LENGTH = 80;

/** Lifetimes to choose from, days. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;
export const MAX_TOKEN_DAYS = 366;
