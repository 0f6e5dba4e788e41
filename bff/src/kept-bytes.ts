/** Where bytes lie. `bytes` undefined: they have made room for newer ones. */
type Block = { bytes: Buffer | undefined }

/** Bytes that are kept. Where they lie, and not a buffer: a buffer is three objects and a piece of memory of its own, and there are hundreds of thousands. */
export class KeptBytes {
  readonly block: Block
  readonly start: number
  readonly end: number

  constructor(block: Block, start: number, end: number) {
    this.block = block
    this.start = start
    this.end = end
  }

  get areThere(): boolean {
    return this.block.bytes !== undefined
  }

  /** A look at them; `undefined` when they are gone. Whoever has a look keeps what he sees: they are never written over. */
  get bytes(): Buffer | undefined {
    const { bytes } = this.block
    return bytes === undefined || this.end - this.start === bytes.length ? bytes : bytes.subarray(this.start, this.end)
  }
}

/** Where there are none. */
export const nowhere = new KeptBytes({ bytes: undefined }, 0, 0)

/** In memory of their own, exactly as large as they are: small buffers of Node are slices of a shared pool, of which each keeps the whole alive. */
export function keepExactly(content: string | Buffer): KeptBytes {
  const bytes = exactBytes(content)
  return new KeptBytes({ bytes }, 0, bytes.length)
}

/** See `keepExactly`. */
export function exactBytes(content: string | Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(content))
  put(content, bytes, 0)
  return bytes
}

export type ByteRing = {
  /** One after the other, as one. `undefined` when that is too large to be kept, or nothing at all. */
  keep(...contents: readonly (string | Buffer)[]): KeptBytes | undefined
  /** What is held, in bytes: never above the maximum. */
  readonly bytes: number
}

/** Bytes that a character becomes at most. */
const mostOfCharacter = 3

/** A large block is one object to the garbage collector, whatever lies in it. */
const largestBlock = 1024 * 1024
/** So many there are at least: what goes at a time is no more than this part of all. */
const fewestBlocks = 16

/**
 * Keeps bytes one after the other in large blocks; when there is no more room, the block that is oldest goes with all that lies in it, once whoever is at work has done
 * what he does in one go: what he finds stays until then. So what is kept must be something that can be made again, and that does not live long anyway.
 */
export function createByteRing(maxBytes: number): ByteRing {
  const blockBytes = Math.min(largestBlock, Math.floor(maxBytes / fewestBlocks))
  const blocks: Block[] = []
  let held = 0
  let used = blockBytes

  function open(size: number): Block {
    while (held + size > maxBytes) {
      const oldest = blocks.shift()
      held -= oldest?.bytes?.length ?? 0
      // A home finds its tiles, draws those that are missing, and only then reads all of them.
      queueMicrotask(() => {
        if (oldest) oldest.bytes = undefined
      })
    }
    const block = { bytes: Buffer.allocUnsafeSlow(size) }
    held += size
    blocks.push(block)
    return block
  }

  return {
    keep(...contents) {
      let block = blocks.at(-1)
      let most = 0
      for (const content of contents) most += mostBytesOf(content)
      // Where there is room for the most that texts can become, or little lost, nobody has to reckon their size.
      if (block === undefined || used + most > blockBytes) {
        const size = most > blockBytes / fewestBlocks ? sizeOf(contents) : most
        if (size > maxBytes / 4) return undefined
        if (block === undefined || used + size > blockBytes) {
          block = open(Math.max(size, blockBytes))
          used = 0
        }
      }
      const start = used
      for (const content of contents) used += put(content, block.bytes as Buffer, used)
      return used === start ? undefined : new KeptBytes(block, start, used)
    },
    get bytes() {
      return held
    },
  }
}

/** At most so many bytes a content becomes: reckoned without looking at it. */
export function mostBytesOf(content: string | Buffer): number {
  return typeof content === 'string' ? content.length * mostOfCharacter : content.length
}

function sizeOf(contents: readonly (string | Buffer)[]): number {
  return contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0)
}

/** Says how many bytes it was. */
export function put(content: string | Buffer, into: Buffer, at: number): number {
  if (typeof content !== 'string') return content.copy(into, at)
  // Half of the texts of an answer are a comma or a bracket, and to write one costs a call out of V8.
  if (content.length !== 1 || content >= '\u0080') return into.write(content, at)
  into[at] = content.charCodeAt(0)
  return 1
}
