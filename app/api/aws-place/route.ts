import { awsPlace } from '@/lib/server/aws/aws-place';
import { route } from '@/lib/server/http/respond';

export const GET = route({ answer: () => awsPlace() });
