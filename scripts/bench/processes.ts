import { readFileSync, readdirSync } from 'node:fs'

/** What processes have used so far, as Linux tells; elsewhere there is no cheap way to ask, and all is NaN. */
export type Usage = {
  /** Processor time in seconds; Linux counts it in hundredths. */
  cpuSeconds: number
  /** Resident memory; pages that processes share count for each of them. */
  residentBytes: number
}

const clockTicks = 100
const unknown: Usage = { cpuSeconds: Number.NaN, residentBytes: Number.NaN }

/** Of a process and of all in the group that it leads. */
export function usageOf(leader: number): Usage {
  if (process.platform !== 'linux') return unknown
  const usage = { cpuSeconds: 0, residentBytes: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid)
    if (Number(pid) !== leader && Number(fields[2]) !== leader) continue
    usage.cpuSeconds += (Number(fields[11]) + Number(fields[12])) / clockTicks
    usage.residentBytes += residentOf(pid)
  }
  return usage
}

/** Processor time that the whole machine has spent on anything, in seconds. */
export function machineCpuSeconds(): number {
  if (process.platform !== 'linux') return Number.NaN
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0] = (readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + interrupts + soft) / clockTicks
}

/** What Linux says of a process, from its state on; nothing when it has just ended. */
function statOf(pid: string): string[] {
  return read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
}

function residentOf(pid: string): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1_024
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
