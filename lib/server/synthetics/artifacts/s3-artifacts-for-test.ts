import { GET as getFile } from '@/app/api/canaries/[name]/artifacts/file/route';
import { GET as getReport } from '@/app/api/canaries/[name]/artifacts/report/route';
import { GET as getList } from '@/app/api/canaries/[name]/artifacts/route';
import { GET as getText } from '@/app/api/canaries/[name]/artifacts/text/route';
import { GET as getWaterfall } from '@/app/api/canaries/[name]/artifacts/waterfall/route';
import { s3Clients } from '../../s3/client';
import { S3_KEYS } from '../../s3/s3-for-test';
import { callRoute, pointAt, startTestAws } from '../../test-support';
import { getCanary } from '../get-canary';

const ROUTES = { list: getList, report: getReport, waterfall: getWaterfall, text: getText, file: getFile };

/** A sample canary of local-aws, whose artifacts are in the S3 of a test: the dashboard takes both for AWS. */
export async function startCanaryInS3() {
  const aws = await startTestAws({ sample: true });
  const name = 'sample-login-flow';
  const pointAtS3 = (s3: string) => {
    delete process.env.TRIPTYCH_LOCAL_AWS;
    s3Clients.forget();
    pointAt(aws.url, { AWS_ENDPOINT_URL_S3: s3, ...S3_KEYS });
  };
  pointAt(aws.url);
  const { data } = await getCanary(name);
  const [bucket = '', ...folders] = data.artifactLocation?.split('/') ?? [];
  const prefix = `${folders.join('/')}/2026/11/24/14/30-00-123`;
  return {
    name,
    bucket,
    prefix,
    /** Location of one of its runs. */
    location: `${bucket}/${prefix}`,
    pointAtS3,
    /** Calls a route for an artifact of that run. */
    call: (what: keyof typeof ROUTES, query: Record<string, string> = {}, signal?: AbortSignal) =>
      callRoute(ROUTES[what], {
        path: `/?${new URLSearchParams({ location: `${bucket}/${prefix}`, ...query })}`,
        params: { name },
        ...(signal && { signal }),
      }),
    close: async () => {
      delete process.env.AWS_ENDPOINT_URL_S3;
      await aws.close();
    },
  };
}
