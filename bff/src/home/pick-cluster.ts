import { ClientError } from '../client-error.ts'
import { nextOf } from '../release/cluster-index.ts'
import type { CompiledCluster } from '../release/compile.ts'
import type { Judge } from './facts.ts'
import type { Visit } from './visit.ts'

/**
 * Stage 2: the first cluster, by priority, whose rule is true. An unknown rule is not true: the customer falls to the next cluster,
 * never into a wrong one. Rules that what is known already rules out are not asked. Throws the ClientError NO_HOME when there is none left.
 */
export async function pickCluster({ release: { clusters, clusterIndex } }: Visit, judge: Judge): Promise<CompiledCluster> {
  let facts = judge.facts()
  let possible = clusterIndex.possible(facts)
  for (let at = nextOf(possible, 0); at !== -1; at = nextOf(possible, at + 1)) {
    const cluster = clusters[at] as CompiledCluster
    if (!cluster.trigger) return cluster
    const truth = judge.ask(cluster.trigger)
    // A rule whose facts are there costs no turn of the event loop.
    if ((truth instanceof Promise ? await truth : truth) === true) return cluster
    if (judge.facts() === facts) continue
    facts = judge.facts()
    possible = clusterIndex.possible(facts)
  }
  const fault = {
    expected: 'a cluster that takes the customer',
    got: 'none',
    fix: 'Publish a last cluster without a trigger, which takes everybody',
  }
  throw new ClientError('NO_HOME', 'No home for this customer', fault)
}
