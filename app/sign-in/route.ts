import { signIn } from '@/lib/server/access/sign-in';

/** For everybody: it is how people sign in. */
export const GET = signIn;
