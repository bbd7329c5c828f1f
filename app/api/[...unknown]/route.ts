import { ProblemError } from '@/lib/answer/problem';
import { route } from '@/lib/server/http/respond';

const nothingHere = route({
  answer: async () => {
    throw new ProblemError({
      code: 'NoSuchPath',
      message: 'The dashboard’s server has nothing at this path.',
      status: 404,
      retryable: false,
    });
  },
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
