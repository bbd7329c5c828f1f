import { engine } from './engine/engine';

/** A file that the engine writes, made as fast as it is read. */
export function pieceStream(writer: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(stream) {
      const piece = await engine().ask('nextPiece', { writer });
      if (piece === 'end') stream.close();
      else if (piece) stream.enqueue(new Uint8Array(piece));
      else throw new Error('The engine does not write this file any more.');
    },
    async cancel() {
      await engine().ask('endWriting', { writer });
    },
  });
}
