import { S3Client } from '@aws-sdk/client-s3';
import { common, lazyClient, type Settings, timeouts } from '../aws/clients';
import { EACH_ATTEMPT, eachAttempt } from '../aws/each-attempt';
import { S3Regions } from './regions';

/** Clients for S3. Apart from the other clients, so that only what reads S3 loads these. */
export const s3Clients = lazyClient(
  's3',
  (e) => e.AWS_ENDPOINT_URL_S3,
  (settings) => new S3Regions(settings.region, (region) => clientIn({ ...settings, region })),
);

function clientIn(settings: Settings): S3Client {
  const client = new S3Client({
    ...common(settings),
    // The name of a bucket before an overridden host would not resolve.
    forcePathStyle: settings.endpoint !== undefined,
    // Otherwise an object comes in a stream that doesn't end the connection when it is destroyed.
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { ...timeouts(settings), throwOnRequestTimeout: true },
  });
  client.middlewareStack.add(eachAttempt, EACH_ATTEMPT);
  return client;
}
