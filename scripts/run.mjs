#!/usr/bin/env node
// The one entry: runs on the Node a newcomer has (>= 20), brings the pinned Node and pnpm into .tools, installs the
// dependencies, and hands over to scripts/<command>.ts. Plain JavaScript, because Node 20 does not run TypeScript.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Trouble, execute, main, step } from './lib/steps.mjs'

const commands = ['start', 'test', 'check', 'bench', 'gen']
const root = fileURLToPath(new URL('..', import.meta.url))
const inRoot = (...parts) => join(root, ...parts)
const pinnedNode = inRoot('.tools', 'node_modules', 'node', 'bin', 'node')
const pinnedPnpm = inRoot('.tools', 'node_modules', 'pnpm', 'pnpm')
const [command, ...args] = process.argv.slice(2)

await main(async () => {
  requireMachine()
  if (!commands.includes(command)) {
    throw new Trouble(`There is no command "${command ?? ''}"`, `Use one of: ${commands.map((name) => `npm run ${name}`).join(', ')}.`)
  }
  const env = cleanEnvironment()
  await onChange('toolchain', ['scripts/toolchain/package.json'], pinnedNode, () =>
    step('Toolchain', 'the pinned Node and pnpm into .tools (about 90 MB, the first time only)', () => installToolchain(env)),
  )
  await onChange('dependencies', manifests(), inRoot('node_modules', '.modules.yaml'), () =>
    step('Dependencies', 'pnpm install, as pnpm-lock.yaml says (about 1 GB, once per change)', () => installDependencies(env)),
  )
  await handOver(env)
})

function requireMachine() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    throw new Trouble(
      `Node ${process.versions.node} is too old`,
      'Mosaic needs Node 20 or newer to set itself up: https://nodejs.org/en/download',
    )
  }
  if (process.platform === 'win32')
    throw new Trouble('Windows is not supported directly', 'Run the same command inside WSL (wsl --install).')
}

/** The caller's environment, less what npm puts in for the package it runs: a nested npm or pnpm would take it for its own. */
function cleanEnvironment() {
  const foreign = /^(npm_(package|lifecycle|execpath|node_execpath|command)|npm_config_(local_prefix|user_agent)$|NODE$)/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  env.PATH = [inRoot('.tools', 'node_modules', '.bin'), inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter)
  env.NEXT_TELEMETRY_DISABLED = '1'
  return env
}

function manifests() {
  const rooms = ['schemas', 'widgets', 'cms', 'bff', 'scripts']
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...rooms.map((room) => `${room}/package.json`)]
}

/** Does the work only when the inputs changed since it last succeeded, or when its result is gone. */
async function onChange(name, inputs, result, work) {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${input}\n`).update(readFileSync(inRoot(input)))
  const digest = hash.digest('hex')
  const stamp = inRoot('.cache', 'stamps', name)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  await work()
  mkdirSync(inRoot('.cache', 'stamps'), { recursive: true })
  writeFileSync(stamp, digest)
}

async function installToolchain(env) {
  mkdirSync(inRoot('.tools'), { recursive: true })
  copyFileSync(inRoot('scripts', 'toolchain', 'package.json'), inRoot('.tools', 'package.json'))
  await execute('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    // The machine's own npm, with the machine's own Node: the pinned one is not there yet.
    env: { ...env, PATH: process.env.PATH },
    cwd: inRoot('.tools'),
    log: inRoot('.cache', 'logs', 'toolchain.log'),
    fix: 'Check the network (and a proxy, if you need one: npm config get registry), then run the same command again.',
  })
  if (!existsSync(pinnedNode)) {
    throw new Trouble(
      'npm installed the toolchain, but its install scripts did not run',
      'Allow them (npm config set ignore-scripts false), then run the same command again.',
    )
  }
}

function installDependencies(env) {
  return execute(pinnedPnpm, ['install', '--frozen-lockfile'], {
    // CI=true keeps pnpm from asking before it replaces a node_modules folder that another version made.
    env: { ...env, CI: 'true' },
    cwd: root,
    log: inRoot('.cache', 'logs', 'dependencies.log'),
    fix: 'Check the network and the free disk space (about 3 GB are needed), then run the same command again.',
  })
}

async function handOver(env) {
  const child = spawn(pinnedNode, [inRoot('scripts', `${command}.ts`), ...args], { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A killed npm does not tell us: without this, the servers would stay behind.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref()
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
