import type { StoreOptions } from '../world';

export class FarmStore {
  private constructor(readonly options: StoreOptions) {}

  static async open(options: StoreOptions): Promise<FarmStore> {
    return new FarmStore(options);
  }

  async close(): Promise<void> {}
}
