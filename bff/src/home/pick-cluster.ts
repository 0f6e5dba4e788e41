import { ClientError } from '../client-error.ts'
import type { CompiledCluster } from '../release/compile.ts'
import type { Judge } from './facts.ts'
import type { Visit } from './visit.ts'

/**
 * Stage 2: the first cluster, by priority, whose rule is true. An unknown rule is not true: the customer falls to the next cluster,
 * never into a wrong one. Throws the ClientError NO_HOME when there is none left.
 */
export async function pickCluster({ release }: Visit, judge: Judge): Promise<CompiledCluster> {
  for (const cluster of release.clusters) {
    if (!cluster.trigger) return cluster
    const truth = judge.ask(cluster.trigger)
    // A rule whose facts are there costs no turn of the event loop: there may be a thousand of them.
    if ((truth instanceof Promise ? await truth : truth) === true) return cluster
  }
  const fault = {
    expected: 'a cluster that takes the customer',
    got: 'none',
    fix: 'Publish a last cluster without a trigger, which takes everybody',
  }
  throw new ClientError('NO_HOME', 'No home for this customer', fault)
}
