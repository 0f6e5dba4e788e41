import type { Handler } from '../http/handler.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { createNumberProof } from './camara.ts'
import { createGrants } from './grants.ts'
import { createGuestAnswers, type GuestGraphql } from './guest.ts'
import { createProving, type ProveDependencies } from './prove.ts'
import { serveStepUp } from './serve-step-up.ts'
import type { StepUpSettings } from './settings.ts'
import type { Directory } from '../care/contract.ts'

type Dependencies = Pick<ProveDependencies, 'handOvers' | 'audit' | 'shelf' | 'releaseOf' | 'linkOrigin' | 'now'> & {
  directory: Directory
  log: Logger
  metrics: Pick<Metrics, 'proofs'>
}

/** How who has opened a link proves that he holds its number, and what he may ask then; without a network to ask everybody signs in. */
export type StepUp = { handlers(graphql: GuestGraphql): Handler[]; close(): Promise<void> }

export function createStepUp(settings: StepUpSettings | undefined, { directory, log, metrics, ...others }: Dependencies): StepUp {
  if (!settings) return { handlers: () => [], close: () => Promise.resolve() }
  const { swapHours, minutes } = settings
  const proof = createNumberProof(settings, { log, now: others.now })
  const grants = createGrants(others.shelf, others.now)
  const proving = createProving({ ...others, proof, grants, swapHours, minutes })
  return {
    handlers: (graphql) => [
      serveStepUp({ proving, metrics, answer: createGuestAnswers({ grants, handOvers: others.handOvers, directory }, graphql) }),
    ],
    close: () => proof.close(),
  }
}
