import type { StoreOptions } from '../world';

export class ProfileStore {
  private constructor(readonly options: StoreOptions) {}

  static async open(options: StoreOptions): Promise<ProfileStore> {
    return new ProfileStore(options);
  }

  async close(): Promise<void> {}
}
