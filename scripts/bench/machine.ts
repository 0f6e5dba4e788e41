import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { createRandom } from './bss/random.ts'

/** What all figures of a run were measured on. */
export type Machine = {
  cpu: string
  cores: number
  memoryGb: number
  node: string
  platform: string
  /** A random read of so many MB, in nanoseconds, at the end of the run: machines of one name differ by what else runs on theirs, and a server feels it most here. */
  readNs: Record<number, number>
  /**
   * How long an idle core of a virtual machine looks for work before it lets go of the real one, in microseconds; absent where the kernel has no such setting. At 0 every answer to a
   * client that waits wakes him through the host, at the server's expense.
   */
  haltPollUs?: number
  /** In which class of Linux's scheduler the programs of the run were, if not in the usual one. */
  scheduling?: 'batch'
}

/** The second level of a core's cache holds the first; the last has no room for the second when others are on the machine too. */
const megabytes = [1, 16]
const reads = 2_000_000

let known: Machine | undefined

/** Its memory is looked at once a run, for it takes half a second. */
export function machine(): Machine {
  const processors = cpus()
  known ??= {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    readNs: Object.fromEntries(megabytes.map((size) => [size, Math.round(readNs(size))])),
    ...haltPoll(),
  }
  const policy = scheduling()
  return policy ? { ...known, scheduling: policy } : known
}

/** In one line. */
export function nameOf({ cpu, cores, memoryGb, node, readNs: times, haltPollUs, scheduling: policy }: Machine): string {
  const told = Object.entries(times).map(([size, ns]) => `${ns} ns in ${size} MB`)
  const halt = haltPollUs === undefined ? '' : `; an idle core halts ${haltPollUs === 0 ? 'at once' : `after ${haltPollUs} µs`}`
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}; a random read takes ${told.join(', ')}${halt}${policy ? '; who is woken waits for who runs (SCHED_BATCH)' : ''}`
}

/** Of this process. `undefined`: the usual one, or no Linux. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function scheduling(): 'batch' | undefined {
  try {
    // The 41st field; the second is a name in brackets, which may hold anything.
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const policy = stat.slice(stat.lastIndexOf(') ') + 2).split(' ')[38]
    return policy === '3' ? 'batch' : undefined
  } catch {
    return undefined
  }
}

/** Only guests have it: https://docs.kernel.org/virt/guest-halt-polling.html */
function haltPoll(): Pick<Machine, 'haltPollUs'> {
  try {
    const isUsed = readFileSync('/sys/devices/system/cpu/cpuidle/current_governor', 'utf8').trim() === 'haltpoll'
    const ns = Number(readFileSync('/sys/module/haltpoll/parameters/guest_halt_poll_ns', 'utf8'))
    return isUsed ? { haltPollUs: ns / 1_000 } : {}
  } catch {
    return {}
  }
}

/** Each read says where the next one is, so that none can begin before the last has ended. */
function readNs(size: number): number {
  const next = cycle((size * 2 ** 20) / Int32Array.BYTES_PER_ELEMENT)
  let at = walk(next, 0, next.length)
  const begun = performance.now()
  at = walk(next, at, reads)
  const ms = performance.now() - begun
  // What nobody looks at need not be read.
  if (at < 0) throw new RangeError('A cycle has no end')
  return (ms * 1e6) / reads
}

/** Every place once, in no order that a processor could foresee (Sattolo's algorithm), the same in every run. */
export function cycle(length: number): Int32Array {
  const random = createRandom(1)
  const next = Int32Array.from({ length }, (_, place) => place)
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * last)
    ;[next[last], next[other]] = [next[other] as number, next[last] as number]
  }
  return next
}

function walk(next: Int32Array, from: number, steps: number): number {
  let at = from
  for (let step = 0; step < steps; step++) at = next[at] as number
  return at
}
