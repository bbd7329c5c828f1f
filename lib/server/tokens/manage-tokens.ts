import type { Answer } from '@/lib/answer/answer';
import type { CreatedToken, TokenSummary } from '@/lib/answer/api-token';
import { signInSettings } from '../access/sign-in-settings';
import { auditFact } from '../log/audit';
import { storedTokens } from './stored-tokens';
import { tokensAreOff } from './token-problems';

const answered = <Data>(data: Data): Answer<Data> => ({
  data,
  asOf: Date.now(),
  partial: false,
  warnings: [],
});

/** The valid tokens, the newest first. Rejects with a ProblemError. */
export const listTokens = async (): Promise<Answer<TokenSummary[]>> =>
  answered(await (await storedTokens()).list());

/** Creates a token, which is answered once. Rejects with a ProblemError, also without sign-in. */
export async function createToken(
  of: { name: string; days: number },
  by: string | undefined,
): Promise<Answer<CreatedToken>> {
  if (signInSettings().mode === 'none') throw tokensAreOff();
  const created = await (await storedTokens()).create({ ...of, by });
  auditFact('token', created.id);
  return answered(created);
}

/** Revokes a token. Rejects with a ProblemError. */
export async function revokeToken(id: string): Promise<{ id: string }> {
  await (await storedTokens()).revoke(id);
  return { id };
}
