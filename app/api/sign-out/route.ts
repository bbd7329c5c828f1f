import { signOut } from '@/lib/server/access/sign-in';
import { route } from '@/lib/server/http/respond';

/** For everybody, because a session may have ended meanwhile. */
export const POST = route({ need: 'nothing', answer: (_input, _signal, request) => signOut(request) });
