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
export type Ports = Record<ProgramName, number>

/** Where one running system listens and keeps its files. */
export type Place = { ports: Ports; dataDir: string; publishedDir: string }

const portVariables: Record<ProgramName, { variable: string; port: number }> = {
  cms: { variable: 'CMS_PORT', port: 3000 },
  bff: { variable: 'BFF_PORT', port: 4000 },
  simulator: { variable: 'SIMULATOR_PORT', port: 4010 },
}

/** A program as people call it. */
export const programTitle = (name: ProgramName): string => (name === 'simulator' ? name : name.toUpperCase())

/** The variable that moves a program to another port. */
export const portVariable = (name: ProgramName): string => portVariables[name].variable

/** The place that the environment describes. Throws a Trouble that names the variable. */
export function placeFrom(env: Readonly<Record<string, string | undefined>>): Place {
  const ports = {} as Ports
  for (const name of programNames) {
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
  const twice = programNames.find((name) => programNames.some((other) => other !== name && ports[other] === ports[name]))
  if (twice)
    throw new Trouble(
      `${portVariable(twice)} cannot be ${ports[twice]}: another program of Mosaic has that port`,
      'Give each program its own.',
    )
  return { ports, dataDir: resolve(root, env['DATA_DIR'] || 'data'), publishedDir: resolve(root, env['PUBLISHED_DIR'] || 'published') }
}
