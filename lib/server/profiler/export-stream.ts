import { engine } from './engine/engine';

/** An export of the engine, written as fast as it is read. */
export function exportStream(id: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(stream) {
      const chunk = await engine().run('nextExportChunk', { id });
      if (chunk === 'end') stream.close();
      else if (chunk) stream.enqueue(new Uint8Array(chunk));
      else throw new Error('The engine has ended this export.');
    },
    async cancel() {
      await engine().run('endExport', { id });
    },
  });
}
