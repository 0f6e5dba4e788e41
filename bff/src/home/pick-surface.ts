import { show } from '@mosaic/schemas/errors'
import { ClientError } from '../client-error.ts'
import type { CompiledSurface } from '../release/compile.ts'
import type { Judge } from './facts.ts'
import { pickCluster } from './pick-cluster.ts'
import type { Visit } from './visit.ts'

/**
 * The surface that was asked for: `home` is the home of the customer's cluster, anything else a landing page. Another cluster's
 * home cannot be asked for. Throws the ClientErrors NO_HOME and SURFACE_NOT_FOUND.
 */
export async function pickSurface(visit: Visit, wanted: string, judge: Judge): Promise<CompiledSurface> {
  if (wanted === 'home') return (await pickCluster(visit, judge)).home
  const surface = visit.release.surfaces.get(wanted)
  if (surface?.type === 'landing') return surface
  const fault = { expected: '"home" or the id of a published landing page', got: show(wanted), fix: 'Open the home instead' }
  throw new ClientError('SURFACE_NOT_FOUND', 'No such page', fault)
}
