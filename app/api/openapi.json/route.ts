import { openApi } from '@/lib/server/http/open-api';
import { route } from '@/lib/server/http/respond';
import { API_ROUTES } from './api-routes';

export const GET = route({
  need: 'view',
  about: 'Describes this API.',
  answers: 'other',
  answer: async () => openApi(API_ROUTES),
});
