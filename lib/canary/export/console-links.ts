import type { AwsPlace } from '@/lib/download/aws-place';
import { consoleOrigin, consolePage } from '@/lib/download/console-page';

/** Address of a canary in the AWS console. Undefined when the dashboard doesn't show AWS. [?] AWS documents only the start page. */
export function canaryLink(name: string, place: AwsPlace | undefined): string | undefined {
  const page = consolePage('cloudwatch', place);
  return page && `${page}#synthetics:canary/detail/${encodeURIComponent(name)}`;
}

/** Address of a run's artifacts in the AWS console. Undefined when the dashboard doesn't show AWS. */
export function artifactsLink(location: string, place: AwsPlace | undefined): string | undefined {
  const origin = consoleOrigin(place);
  const [bucket = '', ...folders] = location.split('/');
  const prefix = encodeURIComponent(`${folders.join('/')}/`);
  return (
    origin && `${origin}/s3/buckets/${encodeURIComponent(bucket)}?region=${place?.region}&prefix=${prefix}`
  );
}
