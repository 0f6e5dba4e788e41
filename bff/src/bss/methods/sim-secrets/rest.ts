import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/**
 * TMF639 `resource?resourceRelationship.resource.id=<line>`: the codes of the SIM in a line. It is asked for by the line, as that is what the customer has been
 * found to own. What cannot be read is named by its place alone.
 */
export const simSecrets: Source<'simSecrets', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const { body } = await context.send({
      api: 'resourceInventory',
      path: 'resource',
      query: { category: 'SIM', 'resourceRelationship.resource.id': lineId },
    })
    const answer = new Reading(body, 'resource')
    // A system that does not know the filter sends others' SIMs too.
    const own = answer.wholeItems().find((resource) => isOf(resource, lineId))
    if (!own) throw answer.bad('the SIM of the line')
    const puk2 = codeOf(own, 'puk2')
    const puk1 = codeOf(own, 'puk1') ?? codeOf(own, 'puk')
    if (puk1 === undefined) throw own.at('resourceCharacteristic').bad('a PUK of eight digits')
    return { puk1, ...(puk2 !== undefined && { puk2 }) }
  },
}

function isOf(resource: Reading, lineId: string): boolean {
  return resource
    .at('resourceRelationship')
    .items()
    .some((relation) => relation.at('resource', 'id').text() === lineId)
}

/** Eight digits, as a telephone wants them typed. Nothing is guessed: ten wrong ones destroy a SIM. */
function codeOf(resource: Reading, name: string): string | undefined {
  const found = resource.at('resourceCharacteristic').characteristic(name).text()?.replaceAll(/\s/g, '')
  return found !== undefined && /^\d{8}$/.test(found) ? found : undefined
}
