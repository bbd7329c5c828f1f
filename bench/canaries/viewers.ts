/** Reads the runs of a canary as a number of viewers do at once. */
export async function readAsViewers(url: string, name: string, from: number, count: number): Promise<void> {
  const read = async () => {
    const response = await fetch(`${url}/api/canaries/${name}/history?from=${from}`);
    const lines = await response.text();
    if (!lines.includes('"type":"end"')) throw new Error(lines.slice(-1000));
  };
  await Promise.all(Array.from({ length: count }, read));
}
