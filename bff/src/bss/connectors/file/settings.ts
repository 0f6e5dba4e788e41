import type { ConfigReader } from '../../../config-reader.ts'
import type { FileRules } from '../files/contract.ts'
import { fileRules } from '../files/rules.ts'

export type FileSettings = {
  /** The folder with the files. `BSS_FILE_ROOT` */
  folder: { root: string }
  /** `BSS_FILE_…`: see `fileRules`. */
  rules: FileRules
}

/** Nothing where no folder is configured. */
export function fileSettings(read: ConfigReader): FileSettings | undefined {
  const root = read.text('BSS_FILE_ROOT', '')
  const rules = fileRules(read, 'BSS_FILE')
  return root ? { folder: { root }, rules } : undefined
}
