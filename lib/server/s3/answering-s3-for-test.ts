import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that answers as a test says, for answers of S3 that no other server gives. */
export async function startAnsweringS3() {
  const requests: string[] = [];
  let answer: RequestListener = (_, response) => response.end();
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Paths and queries of the requests so far. */
    requests,
    onRequest: (listener: RequestListener) => {
      requests.length = 0;
      answer = listener;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An error of S3. */
export const s3Error =
  (status: number, code: string, message: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/xml', ...headers });
    response.end(
      `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>R1</RequestId></Error>`,
    );
  };

/** A page of a list of objects. */
export const s3Page = (keys: readonly string[], nextToken?: string): string =>
  `<?xml version="1.0"?><ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${nextToken !== undefined}</IsTruncated>${
    nextToken === undefined ? '' : `<NextContinuationToken>${nextToken}</NextContinuationToken>`
  }${keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('')}</ListBucketResult>`;
