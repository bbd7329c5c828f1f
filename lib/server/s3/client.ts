import { S3Client } from '@aws-sdk/client-s3';
import { common, LONG_WAITS, lazyClient, timeouts } from '../aws/clients';
import { refuseLongWaits } from '../aws/long-wait';

/** Apart from the other clients, so that only what reads S3 loads this one. A bucket may be in another region than the canary. */
export const s3Client = lazyClient(
  's3',
  (e) => e.AWS_ENDPOINT_URL_S3,
  (settings) => {
    const client = new S3Client({
      ...common(settings),
      // The name of a bucket before an overridden host would not resolve.
      forcePathStyle: settings.endpoint !== undefined,
      followRegionRedirects: true,
      // Otherwise an object comes in a stream that doesn't end the connection when it is destroyed.
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { ...timeouts(settings), throwOnRequestTimeout: true },
    });
    client.middlewareStack.add(refuseLongWaits, LONG_WAITS);
    return client;
  },
);
