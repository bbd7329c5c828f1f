import { configuredViews } from '@/lib/server/config/configured';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Lists the views that the configuration names.',
  answer: () => configuredViews(),
});
