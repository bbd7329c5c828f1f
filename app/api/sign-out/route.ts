import { signOut } from '@/lib/server/access/sign-in';
import { route } from '@/lib/server/http/respond';

/** For everybody, because a session may have ended meanwhile. */
export const POST = route({
  need: 'nothing',
  about: 'Ends the session of who sends it.',
  answers: 'other',
  answer: (_input, _signal, request) => signOut(request),
});
