import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** Each has connections of its own. */
const MAX_CLIENTS = 8;
const MAX_BUCKETS = 1000;

/** The region of the bucket, which S3 names with an error in another one. */
const redirection = z.object({
  $metadata: z.object({ httpStatusCode: z.literal([301, 307, 400]) }),
  $response: z.object({
    headers: z.object({ 'x-amz-bucket-region': z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d{1,2}$/) }),
  }),
});

/**
 * One client for each region, because a bucket may be in another region than its canary. The client's own way to follow a redirection
 * changes the region of other calls in progress, and pays for a redirection with each call.
 */
export class S3Regions<Client extends object> {
  readonly #clients = new LRUCache<string, Client>({ max: MAX_CLIENTS });
  /** Regions of buckets that are in another region than `home`. */
  readonly #regions = new LRUCache<string, string>({ max: MAX_BUCKETS });

  constructor(
    private readonly home: string,
    private readonly make: (region: string) => Client,
  ) {}

  /** Calls S3 in the region of a bucket; calls once more when S3 names another one, which is then remembered. */
  async call<T>(bucket: string, send: (client: Client) => Promise<T>): Promise<T> {
    const region = this.#regions.get(bucket) ?? this.home;
    try {
      return await send(this.#client(region));
    } catch (error) {
      const named = regionIn(error);
      if (named === undefined || named === region) throw error;
      this.#regions.set(bucket, named);
      return send(this.#client(named));
    }
  }

  #client(region: string): Client {
    const client = this.#clients.get(region) ?? this.make(region);
    this.#clients.set(region, client);
    return client;
  }
}

/** Names each field, because `$response` is not enumerable. */
function regionIn(error: unknown): string | undefined {
  const { $metadata, $response } = (error ?? {}) as Record<string, unknown>;
  return redirection.safeParse({ $metadata, $response }).data?.$response.headers['x-amz-bucket-region'];
}
