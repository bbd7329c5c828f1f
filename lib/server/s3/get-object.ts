import { addAbortSignal, Readable } from 'node:stream';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { call } from '../aws/call';
import { collectBytes } from '../aws/collect-bytes';
import { s3Clients } from './client';

type ObjectRequest = { bucket: string; key: string; maxBytes: number };

/** `body` is undefined for an object larger than `maxBytes`, of which nothing is read. */
const answer = z.object({
  bytes: z.number().int().min(0),
  body: z.instanceof(Uint8Array).optional(),
});

/** An object of S3. Rejects with a ProblemError. The connection ends when the object is too large or the signal is aborted. */
export const getObject = ({ bucket, key, maxBytes }: ObjectRequest, signal: AbortSignal) =>
  call(
    'GetObject',
    s3Clients,
    answer,
    async (clients, options) => {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key });
      const { Body, ContentLength: bytes = 0 } = await clients.call(bucket, (client) =>
        client.send(command, options),
      );
      if (!(Body instanceof Readable)) throw new TypeError('no stream');
      addAbortSignal(options.abortSignal, Body);
      if (bytes > maxBytes) {
        Body.destroy();
        return { bytes };
      }
      const body = await collectBytes(Body, maxBytes);
      return { bytes: body.length, body };
    },
    signal,
  );
