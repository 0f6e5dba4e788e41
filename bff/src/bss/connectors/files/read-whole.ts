import { decodeXml, defaultXmlLimits, parseXml } from '../../tolerant/xml.ts'
import { unavailable, wrong, type FileFacts, type FileRules, type Folder, type OpenFile } from './contract.ts'

export type WholeFile = {
  data: unknown
  modifiedMs: number
  version: string
  bytes: number
  /** Whether another content would have another version: not so soon after the writing, since some servers tell time in whole seconds. */
  isVersionSure: boolean
}

/** Coarser than any file system tells time. */
const coarsestMs = 2_000

/**
 * Reads a file if it is whole. Writers write in place and slowly, rename, set a marker when they are done, or die half-way; so a file counts as whole
 * if its marker says so or nobody has written to it for a while, if nobody wrote while it was read, and if its format is complete to the end.
 *
 * @param known the version that is known already: if it is still the one, nothing is read.
 * @returns `undefined` if `known` is still the version.
 * @throws {Refusal} BSS_UNAVAILABLE for what may be half a file; BSS_BAD_ANSWER for a file that its marker calls whole and that cannot be read.
 */
export async function readWhole(
  folder: Folder,
  path: string,
  rules: FileRules,
  known: string | undefined,
  signal: AbortSignal,
): Promise<WholeFile | undefined> {
  const file = await folder.open(nameOf(path, rules), signal)
  try {
    const [facts, markedMs] = await Promise.all([file.facts(), file.writtenBeside(rules.marker)])
    if (!facts.isFile) throw wrong('a file', 'something else of that name', 'Look at what stands there')
    if (facts.version === known) return undefined
    if (facts.bytes > rules.maxBytes)
      throw wrong(`at most ${rules.maxBytes} bytes`, String(facts.bytes), 'Look at the file, or raise the limit')
    const isMarked = markedMs !== undefined && markedMs >= facts.modifiedMs
    const ageMs = Math.abs(Date.now() - facts.modifiedMs)
    // A time in the far future says nothing; the checks below still hold.
    if (!isMarked && ageMs < rules.settleMs) throw half('one written to a moment ago')

    const content = await readUnchanged(file, facts)
    signal.throwIfAborted()
    return {
      data: parse(content, rules.format, isMarked),
      modifiedMs: facts.modifiedMs,
      version: facts.version,
      bytes: facts.bytes,
      isVersionSure: ageMs >= coarsestMs,
    }
  } finally {
    await file.close()
  }
}

async function readUnchanged(file: OpenFile, before: FileFacts): Promise<Buffer> {
  const content = await file.read(before.bytes)
  const after = await file.facts()
  if (content.length !== before.bytes || after.version !== before.version) throw half('one that changed meanwhile')
  return content
}

function parse(content: Buffer, format: FileRules['format'], isMarked: boolean): unknown {
  try {
    // The decoder drops the byte order mark, which Windows likes to write.
    if (format === 'json') return JSON.parse(new TextDecoder().decode(content)) as unknown
    return parseXml(decodeXml(content), { ...defaultXmlLimits, maxLength: Infinity })
  } catch {
    // The parser's words may quote the file, which may be a customer's. A writer that died leaves a file that looks the same as a broken one.
    const expected = `complete ${format.toUpperCase()}`
    if (!isMarked) throw half('one that breaks off or is not ' + format.toUpperCase())
    throw wrong(expected, 'something else in a file that its marker calls whole', 'Look at what writes the file')
  }
}

function half(got: string) {
  return unavailable('a whole file', got, 'Wait for its writer; if the file stays so, look at what became of it')
}

/**
 * The name below the root. Parts that begin with a dot are hidden, temporary, or lead out of the folder; ids cannot be more than one part, since
 * `encodeURIComponent` leaves no `/`.
 */
function nameOf(path: string, { format }: FileRules): string {
  const isSafe = path.length <= 512 && path.split('/').every((part) => /^[\w~!'()*%-][\w~!'()*%.-]*$/.test(part))
  if (!isSafe)
    throw wrong('a path of letters, digits and encoded ids', 'another one', 'Pass every variable part through encodeURIComponent')
  return `${path}.${format}`
}
