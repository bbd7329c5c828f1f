import { configuredUsers } from '@/lib/server/config/configured';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'seeUsers',
  about: 'Lists the users that the configuration names.',
  answer: () => configuredUsers(),
});
