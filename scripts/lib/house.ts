import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'
import { Trouble } from './steps.mjs'

/** The repository's folder, without a slash at the end. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** A path inside the repository. */
export const inRoot = (...parts: string[]): string => join(root, ...parts)

/** What the programs of the house write for people and for the next start; everything in it can be deleted. */
export const cacheDir = inRoot('.cache')

export const programNames = ['cms', 'bff', 'simulator'] as const
export type ProgramName = (typeof programNames)[number]
/** What listens: every program, and the simulator a second time, for SMPP. */
export const portNames = [...programNames, 'smsCentre'] as const
export type PortName = (typeof portNames)[number]
export type Ports = Record<PortName, number>

/** Where one running system listens and keeps its files. */
export type Place = { ports: Ports; dataDir: string; publishedDir: string }

const portVariables: Record<PortName, { variable: string; port: number }> = {
  cms: { variable: 'CMS_PORT', port: 3000 },
  bff: { variable: 'BFF_PORT', port: 4000 },
  simulator: { variable: 'SIMULATOR_PORT', port: 4010 },
  smsCentre: { variable: 'SIMULATOR_SMPP_PORT', port: 4011 },
}

const titles: Record<PortName, string> = { cms: 'CMS', bff: 'BFF', simulator: 'simulator', smsCentre: 'simulator’s SMS centre' }

/** What listens, as people call it. */
export const portTitle = (name: PortName): string => titles[name]

/** The variable that moves it to another port. */
export const portVariable = (name: PortName): string => portVariables[name].variable

/** The place that the environment describes. Throws a Trouble that names the variable. */
export function placeFrom(env: Readonly<Record<string, string | undefined>>): Place {
  const ports = {} as Ports
  for (const name of portNames) {
    const { variable, port } = portVariables[name]
    const text = env[variable] || String(port)
    ports[name] = Number(text)
    if (!/^\d+$/.test(text) || ports[name] < 1 || ports[name] > 65_535) {
      throw new Trouble(
        `${variable} cannot be used: expected a port number from 1 to 65535, got "${text}"`,
        `Correct it, or unset it for ${port}.`,
      )
    }
  }
  const twice = portNames.find((name) => portNames.some((other) => other !== name && ports[other] === ports[name]))
  if (twice)
    throw new Trouble(
      `${portVariable(twice)} cannot be ${ports[twice]}: another program of Mosaic has that port`,
      'Give each program its own.',
    )
  return { ports, dataDir: resolve(root, env['DATA_DIR'] || 'data'), publishedDir: resolve(root, env['PUBLISHED_DIR'] || 'published') }
}
