import { finishedSignIn } from '@/lib/server/access/sign-in';

/** For everybody: the provider sends people here who are about to be signed in. */
export const GET = finishedSignIn;
