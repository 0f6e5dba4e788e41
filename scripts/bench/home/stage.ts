import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReleaseBody } from '@mosaic/schemas/release'
import type { Fault } from '../../../bff/simulator/faults/types.ts'
import { createFamily, type Family } from '../../lib/family.ts'
import { startBff, type Bff } from '../bff.ts'
import { startChild } from '../bss/children.ts'
import type { AboutSimulator, SimulatorQuestion } from './programs/simulator.ts'

/** Where the suite plays: a folder, the outside world, and the processes on it. */
export type Stage = {
  folder: string
  family: Family
  world: World
  /** A BFF of its own on a release of its own. */
  mosaic(label: string, body: ReleaseBody, env?: Record<string, string>): Promise<Bff>
  /** The same stage for processes of one part only, which end with it. */
  apart(): Stage
  close(): Promise<void>
}

/** The simulator, in a process of its own. */
export type World = {
  url: string
  issuer: string
  /** In the order of their numbers; `payment` of the first line. */
  customers: AboutSimulator['customers']
  /** As `authorization` headers. */
  tokensOf(customers: readonly string[]): Promise<string[]>
  /** Calls to all back-end systems since the start. */
  calls(): Promise<number>
  /** What every system does from now on; without a fault they are well. */
  fault(fault: Fault | undefined): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-bench-home-'))
  const simulator = await startChild(join(import.meta.dirname, 'programs', 'simulator.ts'), {})
  const ask = <Answer>(question: SimulatorQuestion) => simulator.ask<Answer>(question)
  const world: World = {
    ...(await ask<AboutSimulator>({ ask: 'about' })),
    tokensOf: async (customers) => (await ask<string[]>({ ask: 'tokens', customers })).map((token) => `Bearer ${token}`),
    calls: () => ask({ ask: 'calls' }),
    fault: (fault) => ask({ ask: 'fault', fault }),
  }
  const stageOf = (family: Family, end: () => void): Stage => ({
    folder,
    family,
    world,
    // Nobody is on their way when a part ends.
    mosaic: (label, body, env) => startBff(label, folder, family, world, body, { DRAIN_MS: '0', ...env }),
    apart: () => stageOf(createFamily(), () => {}),
    async close() {
      await family.stop()
      end()
    },
  })
  return stageOf(createFamily(), () => {
    simulator.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}
