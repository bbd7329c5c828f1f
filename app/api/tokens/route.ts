import { route } from '@/lib/server/http/respond';
import { createToken, listTokens } from '@/lib/server/tokens/manage-tokens';
import { tokenBody } from '@/lib/server/tokens/token-fields';

export const GET = route({
  need: 'manageTokens',
  about: 'Lists the tokens of programs.',
  answer: () => listTokens(),
});

export const POST = route({
  need: 'manageTokens',
  about: 'Creates a token with which a program reads what viewers see.',
  body: tokenBody,
  answer: ({ body }, _signal, _request, user) => createToken(body, user.id),
});
