import { signedOutPage } from '@/lib/server/access/sign-in';

/** For everybody: it is shown after signing out. */
export const GET = signedOutPage;

/** Or the page would be rendered once, when the dashboard is built. */
export const dynamic = 'force-dynamic';
