import { constants, setPriority } from 'node:os'
import type { ReleaseBody } from '@mosaic/schemas/release'
import type { Ask, FromReader, Piece, ToReader } from './messages.ts'
import { readRelease } from './read.ts'
import { asRefusal } from './refusal.ts'

/* The release reader, a process of its own: reads, verifies, parses and checks one release at a time, and hands it over in pieces. */

/** How much of a release its BFF takes in at a time, in characters of JSON: a fraction of a millisecond's work. */
const pieceSize = 32_768

let pieces: Iterator<FromReader> | undefined

try {
  // Customers come first: on a busy machine a release is live a moment later.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Where that is forbidden it is read all the same.
}

process.on('message', (message: ToReader) => {
  if (message.kind === 'ask') void read(message)
  else tellNext()
})
// Not `exit`, which would wait for reads that never end.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

async function read({ publishedDir, publicKeyPem, current, verifiedMedia }: Ask): Promise<void> {
  const known = new Set(verifiedMedia)
  const verified = { has: (media: string) => known.has(media), add: (media: string) => tell({ kind: 'verified', media }) }
  try {
    const { manifest, ...body } = await readRelease(publishedDir, current, publicKeyPem, verified)
    pieces = handOver(body, { kind: 'done', manifest })
    tellNext()
  } catch (error) {
    tell({ kind: 'refused', refusal: asRefusal(error) })
  }
}

function* handOver(body: ReleaseBody, last: FromReader): Generator<FromReader> {
  for (const [part, value] of Object.entries(body)) {
    for (const some of Array.isArray(value) ? cut(value) : [value]) yield { kind: 'piece', piece: { part, value: some } as Piece }
  }
  yield last
}

/** A list in runs that are each about as long as a piece may be; one at least. */
function* cut(list: readonly unknown[]): Generator<unknown[]> {
  let run: unknown[] = []
  let size = 0
  for (const item of list) {
    run.push(item)
    size += JSON.stringify(item).length
    if (size < pieceSize) continue
    yield run
    run = []
    size = 0
  }
  yield run
}

function tellNext(): void {
  const next = pieces?.next()
  if (next && !next.done) tell(next.value)
}

function tell(message: FromReader): void {
  process.send?.(message)
}
