import { execFileSync } from 'node:child_process'

/** The reader processes of a kind that a process has. */
export function readerProcesses(kind: 'file' | 'sftp' | 'release', parent = process.pid): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const rows = all.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
  return rows.filter((row) => Number(row?.[2]) === parent && row?.[3]?.includes(`${kind}/reader.ts`)).map((row) => Number(row?.[1]))
}
