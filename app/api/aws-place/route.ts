import { z } from 'zod';
import { awsPlace } from '@/lib/server/aws/aws-place';
import { oneOf } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Names the region and the endpoint of a service.',
  query: z.object({ service: oneOf(['deadline', 'synthetics']).default('deadline') }),
  answer: ({ query }) => awsPlace(query.service),
});
