import type { BssFailureCode } from '../../failure.ts'

export type FileRequest = {
  /** Below the root, with `/` between folders and without extension: the format brings it. Every variable part passed through `encodeURIComponent`. */
  path: string
}

export type FileAnswer = {
  /** What the file holds: JSON as it is, XML as `parseXml` tells it. It is kept for as long as the file stays the same: never change it. */
  data: unknown
  /** When the file was last written, by the clock of its server; ISO 8601 in UTC. */
  modifiedAt: string
}

export const fileFormats = ['json', 'xml'] as const
export type FileFormat = (typeof fileFormats)[number]

/** When a file is whole, and what it may be. */
export type FileRules = {
  /** Of every file of the folder; also their extension. */
  format: FileFormat
  /** How long nobody may have written to a file without a marker, in milliseconds. */
  settleMs: number
  /** What is added to a file's name for the marker that says it is whole. It counts if it is not older than the file. */
  marker: string
  maxBytes: number
}

/** A folder of files, wherever it is. What it cannot do it throws as a Refusal. */
export type Folder = {
  /** Opens a file of the folder, never one outside of it. Whoever opened it closes it; once `signal` is aborted nobody does. */
  open(path: string, signal: AbortSignal): Promise<OpenFile>
}

/** One file, the same until it is closed, whatever happens to its name meanwhile. */
export type OpenFile = {
  facts(): Promise<FileFacts>
  /** When the file of this name with a suffix was last written, in milliseconds since the epoch, if it is there. */
  writtenBeside(suffix: string): Promise<number | undefined>
  /** The first so many bytes, or as many as there are. */
  read(bytes: number): Promise<Buffer>
  close(): Promise<void>
}

export type FileFacts = {
  isFile: boolean
  bytes: number
  /** In milliseconds since the epoch. */
  modifiedMs: number
  /** Differs for any two contents of the file that a file system can tell apart. */
  version: string
}

/** Why a file could not be read, in the words that cross the border between two processes. */
export type RefusalReason = {
  code: BssFailureCode
  fault: { expected: string; got: string; fix: string }
  wasSent: boolean
  isRetryable: boolean
}

export class Refusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(`expected ${reason.fault.expected}, got ${reason.fault.got}`)
    this.reason = reason
  }
}

/** The file is not there, or not yet: another time it may be. */
export function unavailable(expected: string, got: string, fix: string, { wasSent = true, isRetryable = true } = {}): Refusal {
  return new Refusal({ code: 'BSS_UNAVAILABLE', fault: { expected, got, fix }, wasSent, isRetryable })
}

/** The file will not become right by itself. */
export function wrong(expected: string, got: string, fix: string): Refusal {
  return new Refusal({ code: 'BSS_BAD_ANSWER', fault: { expected, got, fix }, wasSent: true, isRetryable: false })
}
