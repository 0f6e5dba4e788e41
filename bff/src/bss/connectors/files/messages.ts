import type { FileRules, RefusalReason } from './contract.ts'
import type { WholeFile } from './read-whole.ts'

/* What the BFF and a reader process say to each other. */

export type Start<FolderSettings> = { kind: 'start'; folder: FolderSettings; rules: FileRules }
export type Ask = { kind: 'ask'; id: number; path: string; known: string | undefined }
/** Nobody waits for it any more; the reader answers as soon as it has let go of the file. */
export type LetGo = { kind: 'let-go'; id: number }
export type ToReader<FolderSettings> = Start<FolderSettings> | Ask | LetGo

export type Reply = { id: number; file: WholeFile } | { id: number; isUnchanged: true } | { id: number; refusal: RefusalReason }
