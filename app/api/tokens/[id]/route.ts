import { z } from 'zod';
import { route } from '@/lib/server/http/respond';
import { revokeToken } from '@/lib/server/tokens/manage-tokens';
import { tokenId } from '@/lib/server/tokens/token-fields';

export const DELETE = route({
  need: 'manageTokens',
  about: 'Revokes a token.',
  answers: 'other',
  params: z.object({ id: tokenId }),
  answer: ({ params: { id } }) => revokeToken(id),
});
