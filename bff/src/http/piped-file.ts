import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'

/**
 * Looks after a file that somebody else pipes into a response, and only pipes: a download that is broken off does not keep its file open for ever, and a
 * file that has gone since it was listed ends this one answer, not the process.
 */
export function mindPipedFile(response: ServerResponse): void {
  response.once('pipe', (file: Readable) => {
    response.once('close', () => file.destroy())
    file.once('error', () => response.destroy())
  })
}
