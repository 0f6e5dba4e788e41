import { randomUUID } from 'node:crypto'
import { link, readFile, readdir, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { makeFolder } from './durable.ts'
import { lockLost, lockTimeout } from './errors.ts'

/*
 * The publishers' lock, for processes on any number of machines that share nothing but a folder.
 *
 * Each holder takes the next ticket: a file named by a number, made by link(), which exactly one process can win. The highest
 * ticket is the lock; it is free when it says so or when its holder is dead. Taking over never removes the ticket in force,
 * so two processes cannot steal from each other, and the number is a fencing token: whoever sees a higher one than his own
 * has lost the lock and stops. Only the holder of a higher ticket removes lower ones.
 */

export type Lock = {
  /** Grows with every holder: names the holder's temporary files, so that the next one knows which are left over. */
  ticket: number
  /** Throws `publish-lock-lost` when another publisher took over because this process stood still for too long. */
  assertHeld: () => Promise<void>
}

export type LockOptions = {
  /** How long to wait for the lock before giving up, in milliseconds. @default 30_000 */
  waitMs?: number
  /** A holder of another machine that gave no sign of life for so long is dead, in milliseconds. @default 15_000 */
  expiresMs?: number
}

/** Runs `work` while no other publisher of the folder runs. Throws `publish-lock-timeout` when it cannot have the lock in time. */
export async function withLock<T>(folder: string, work: (lock: Lock) => Promise<T>, options: LockOptions = {}): Promise<T> {
  const { waitMs = 30_000, expiresMs = 15_000 } = options
  await makeFolder(folder)
  const ticket = await takeTicket(folder, waitMs, expiresMs)
  const file = join(folder, String(ticket))
  const heartbeat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), expiresMs / 5)
  try {
    return await work({ ticket, assertHeld: () => assertHighest(folder, ticket) })
  } finally {
    clearInterval(heartbeat)
    await writeTicket(folder, free, (draft) => rename(draft, file))
  }
}

/** Who holds a ticket: the machine (and its boot, and its process namespace), the process, and when that process started. */
const Holder = Type.Object({ place: Type.String(), pid: Type.Integer(), startedAt: Type.String() })
type Holder = Static<typeof Holder>
const free = 'free'
type Ticket = { number: number; holder: Holder | typeof free | undefined; beat: number }

async function takeTicket(folder: string, waitMs: number, expiresMs: number): Promise<number> {
  const me = await (self ??= identify())
  const deadline = Date.now() + waitMs
  let seen = { number: 0, beat: 0, since: 0 }
  for (;;) {
    const top = await highestTicket(folder)
    // Signs of life are timed by this machine's own clock: those of two machines may differ by more than the limit.
    if (top.number !== seen.number || top.beat !== seen.beat) seen = { number: top.number, beat: top.beat, since: Date.now() }
    const isFree = top.holder === free || (await isDead(top.holder, me.place)) || Date.now() - seen.since > expiresMs
    if (isFree && (await claim(folder, me, top.number + 1))) return top.number + 1
    if (Date.now() > deadline) throw lockTimeout(folder, waitMs, top.holder)
    await sleep(5 + Math.random() * 20)
  }
}

/** Takes one ticket; false when another process was faster. */
async function claim(folder: string, me: Holder, number: number): Promise<boolean> {
  const file = join(folder, String(number))
  try {
    await writeTicket(folder, JSON.stringify(me), (draft) => link(draft, file))
  } catch (error) {
    if (isCode(error, 'EEXIST', 'ENOENT')) return false
    throw error
  }
  const names = await readdir(folder)
  // Our view was old: this number had been taken, given back and removed by the holder of a higher one.
  if (highestOf(names) !== number) {
    await rm(file, { force: true })
    return false
  }
  await Promise.all(names.filter((name) => name !== String(number)).map((name) => rm(join(folder, name), { force: true })))
  return true
}

/** A ticket appears with its content or not at all: written beside, then put in place. */
async function writeTicket(folder: string, content: string, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(folder, `draft-${randomUUID()}`)
  await writeFile(draft, content, { flag: 'wx' })
  try {
    await place(draft)
  } finally {
    await rm(draft, { force: true })
  }
}

async function assertHighest(folder: string, ticket: number): Promise<void> {
  const top = highestOf(await readdir(folder))
  if (top !== ticket) throw lockLost(folder, ticket, top)
}

async function highestTicket(folder: string): Promise<Ticket> {
  for (;;) {
    const number = highestOf(await readdir(folder))
    if (number === 0) return { number, holder: free, beat: 0 }
    const file = join(folder, String(number))
    try {
      const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
      return { number, holder: text === free ? free : parseHolder(text), beat: mtimeMs }
    } catch (error) {
      // Removed between listing and reading: a higher one is there by now.
      if (!isCode(error, 'ENOENT')) throw error
    }
  }
}

function highestOf(names: readonly string[]): number {
  return Math.max(0, ...names.filter((name) => /^\d+$/.test(name)).map(Number))
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(Holder, value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Surely dead: a process of this very place that is no more, or whose number another process has now. */
async function isDead(holder: Holder | typeof free | undefined, place: string): Promise<boolean> {
  if (!holder || holder === free || holder.place !== place) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
  const startedAt = await startOf(holder.pid)
  return startedAt !== undefined && startedAt !== holder.startedAt
}

/** This process, as others see it in its tickets. It never changes, so it is asked once. */
let self: Promise<Holder> | undefined
async function identify(): Promise<Holder> {
  return { place: await here(), pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' }
}

/** Where process numbers mean what they mean here. Two containers of one host name must not judge each other's processes. */
async function here(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const processes = await readlink('/proc/self/ns/pid').catch(() => '')
  return [hostname(), boot.trim(), processes].join(' ')
}

/** When a process started, in the kernel's ticks; `undefined` where the system does not say. */
async function startOf(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the program's name in brackets, and may hold spaces and brackets itself.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19]
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
