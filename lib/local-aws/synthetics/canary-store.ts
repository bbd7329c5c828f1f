import type { StoreOptions } from '../world';

export class CanaryStore {
  private constructor(readonly options: StoreOptions) {}

  static async open(options: StoreOptions): Promise<CanaryStore> {
    return new CanaryStore(options);
  }

  async close(): Promise<void> {}
}
