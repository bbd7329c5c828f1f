import { ProblemError } from '@/lib/answer/problem';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Says that there is nothing at this path.',
  answer: async () => {
    throw new ProblemError({
      code: 'NoSuchPath',
      message: 'The dashboard’s server has nothing at this path.',
      status: 404,
      retryable: false,
    });
  },
});
