// How the house talks while it works: one line a step, with its reason and its duration. Plain JavaScript with types
// beside it (steps.d.mts), because run.mjs needs it before the pinned Node is there.
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'

/** What stopped a command, with the way out: printed without a stack, because the reader needs the fix and not our code. */
export class Trouble extends Error {
  constructor(message, fix, detail = '') {
    super(message)
    this.name = 'Trouble'
    this.fix = fix
    this.detail = detail
  }
}

const live = process.stdout.isTTY === true && process.env.CI === undefined
const paint = (code, text) => (live && process.env.NO_COLOR === undefined ? `\u001B[${code}m${text}\u001B[0m` : text)
export const bold = (text) => paint(1, text)
export const dim = (text) => paint(2, text)
export const red = (text) => paint(31, text)
export const green = (text) => paint(32, text)
export const yellow = (text) => paint(33, text)

const column = (text) => text.padEnd(22)

/** "0.4 s", "12 s", "1 min 40 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** Runs one step and prints its title, why it takes time, and how long it took. */
export async function step(title, why, work) {
  const begun = Date.now()
  const line = (mark, tail) => `  ${mark} ${column(title)} ${tail}`
  const tick = () => process.stdout.write(`\r\u001B[2K${line('…', `${why} ${dim(duration(Date.now() - begun))}`)}`)
  const timer = live ? setInterval(tick, 500) : undefined
  if (live) tick()
  else console.log(line('…', why))
  const end = (mark, tail) => {
    clearInterval(timer)
    console.log(`${live ? '\r\u001B[2K' : ''}${line(mark, tail)}`)
  }
  try {
    const result = await work()
    end(green('✓'), dim(duration(Date.now() - begun)))
    return result
  } catch (error) {
    end(red('✗'), `failed after ${duration(Date.now() - begun)}`)
    throw error
  }
}

/** The line of a step that had nothing to do. */
export function unchanged(title) {
  console.log(`  ${green('✓')} ${column(title)} ${dim('unchanged')}`)
}

/** The line of a step that could not run here, and how to make it run. */
export function skipped(title, why) {
  console.log(`  ${yellow('–')} ${column(title)} skipped: ${why}`)
}

/** Runs a program with its output in a log file; `isPatient`, in the time that others leave. Rejects with a Trouble that shows the last lines of that log. */
export function execute(command, args, { cwd, env, log, fix, signal, isPatient = false }) {
  mkdirSync(dirname(log), { recursive: true })
  const output = createWriteStream(log)
  const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  // Before it has threads of its own: they inherit it.
  if (isPatient && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  const abandon = () => child.kill()
  process.once('exit', abandon)
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  return new Promise((resolve, reject) => {
    const program = `${command.split('/').at(-1)} ${args.join(' ')}`
    const fail = (what) => output.end(() => reject(new Trouble(what, `${fix} The whole output is in ${log}.`, tail(log))))
    child.once('error', (error) => fail(`${program} could not be run: ${error.message}`))
    child.once('close', (code, killer) => {
      process.off('exit', abandon)
      if (code === 0) output.end(() => resolve())
      else fail(`${program} ended with ${killer ?? `exit code ${code}`}`)
    })
  })
}

/** Runs a command's main function; whatever stops it is printed once, in words, and the exit code says so. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    console.error(`\n${red('✗')} ${bold(error instanceof Error ? error.message : String(error))}`)
    if (error instanceof Trouble) {
      if (error.detail !== '') console.error(error.detail.replace(/^/gm, '    '))
      console.error(`  ${error.fix}\n`)
    } else if (error instanceof Error && error.name !== 'MosaicError') console.error(error.stack)
  }
}

function tail(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n')
}
