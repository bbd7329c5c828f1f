/** A payload that is not a profile in any of the formats that are known. */
export class UndecodableProfile extends Error {
  override readonly name = 'UndecodableProfile';
}
