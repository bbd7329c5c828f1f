/** The part of s3rver that tests use. */
declare module 's3rver' {
  type Options = { port: number; address: string; directory: string; silent: boolean };

  export default class S3rver {
    constructor(options: Options);
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
