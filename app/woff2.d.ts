declare module '*.woff2' {
  /** Path of the file on the server. */
  const path: string;
  export default path;
}
