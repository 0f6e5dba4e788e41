import { Refusal, unavailable, type Folder, type RefusalReason } from './contract.ts'
import type { Ask, Reply, Start, ToReader } from './messages.ts'
import { readWhole } from './read-whole.ts'

/** The whole life of a reader process: reads what it is asked, as many files at a time as it is asked, until its BFF ends it. */
export function serveReads<FolderSettings>(createFolder: (settings: FolderSettings) => Folder): void {
  const underWay = new Map<number, AbortController>()
  let folder: Folder
  let rules: Start<FolderSettings>['rules']

  const read = async ({ id, path, known }: Ask): Promise<void> => {
    const abort = new AbortController()
    underWay.set(id, abort)
    const reply: Reply = await readWhole(folder, path, rules, known, abort.signal).then(
      (file) => (file ? { id, file } : { id, isUnchanged: true }),
      (error: unknown) => ({ id, refusal: reasonOf(error) }),
    )
    underWay.delete(id)
    process.send?.(reply)
  }

  process.on('message', (message: ToReader<FolderSettings>) => {
    if (message.kind === 'start') {
      folder = createFolder(message.folder)
      rules = message.rules
    } else if (message.kind === 'ask') {
      void read(message)
    } else {
      underWay.get(message.id)?.abort()
    }
  })
  // Not `exit`, which would wait for reads that never end.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof Refusal) return error.reason
  const got = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'an error'
  return unavailable('a file that can be read', got, 'Look at the file and at the rights to it').reason
}
