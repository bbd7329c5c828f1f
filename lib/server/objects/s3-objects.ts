import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { isNotFound } from '@/lib/answer/problem';
import type { S3Folder } from '@/lib/canary/artifacts/s3-folder';
import { call } from '../aws/call';
import { collectBytes } from '../aws/collect-bytes';
import type { OperationName } from '../aws/operations';
import { recordNothing } from '../links/link-scope';
import { s3Clients } from '../s3/client';
import type { ObjectStore } from './object-store';

/** Keys that S3 lists or deletes at a time. */
const MAX_KEYS = 1000;
/** More than a link has blobs. */
const MAX_ROUNDS = 20;

const listed = z.object({ Contents: z.array(z.object({ Key: z.string() })).nullish() });

/** Files below a prefix of a bucket. Its operations reject with a ProblemError. */
export class S3Objects implements ObjectStore {
  constructor(private readonly place: S3Folder) {}

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const command = new PutObjectCommand({ ...this.#at(path), Body: bytes });
    await this.#call('PutObject', z.unknown(), (client, options) => client.send(command, options));
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const command = new GetObjectCommand(this.#at(path));
    try {
      return await this.#call('GetKeptObject', z.instanceof(Uint8Array), async (client, options) => {
        const { Body } = await client.send(command, options);
        if (!(Body instanceof Readable)) throw new TypeError('no stream');
        return collectBytes(Body);
      });
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async list(folder: string, { after, max }: { after?: string | undefined; max: number }): Promise<string[]> {
    const prefix = this.#key(`${folder}/`);
    const names: string[] = [];
    for (let isLast = false; !isLast && names.length < max; ) {
      const last = names.at(-1) ?? after;
      const command = new ListObjectsV2Command({
        ...{ Bucket: this.place.bucket, Prefix: prefix, MaxKeys: MAX_KEYS },
        StartAfter: last === undefined ? undefined : `${prefix}${last}`,
      });
      const { Contents } = await this.#call('ListKeptObjects', listed, (client, options) =>
        client.send(command, options),
      );
      const found = Contents ?? [];
      names.push(...found.map(({ Key }) => Key.slice(prefix.length)));
      isLast = found.length < MAX_KEYS;
    }
    return names.slice(0, max);
  }

  async remove(path: string): Promise<void> {
    const command = new DeleteObjectCommand(this.#at(path));
    await this.#call('DeleteObject', z.unknown(), (client, options) => client.send(command, options));
  }

  async removeFolder(folder: string): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const names = await this.list(folder, { max: MAX_KEYS });
      if (names.length === 0) return;
      const Objects = names.map((name) => ({ Key: this.#key(`${folder}/${name}`) }));
      const command = new DeleteObjectsCommand({ Bucket: this.place.bucket, Delete: { Objects } });
      await this.#call('DeleteObject', z.unknown(), (client, options) => client.send(command, options));
    }
  }

  /** Also while a link is shown, in whose scope nothing else of AWS is called. */
  #call<Schema extends z.ZodType>(
    operation: OperationName,
    schema: Schema,
    send: (client: S3Client, options: { abortSignal: AbortSignal }) => Promise<unknown>,
  ): Promise<z.output<Schema>> {
    return recordNothing(() =>
      call(operation, s3Clients, schema, (clients, options) =>
        clients.call(this.place.bucket, (client) => send(client, options)),
      ),
    );
  }

  #key(path: string): string {
    const { prefix } = this.place;
    return prefix === '' ? path : `${prefix}/${path}`;
  }

  #at(path: string) {
    return { Bucket: this.place.bucket, Key: this.#key(path) };
  }
}
