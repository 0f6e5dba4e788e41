import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { methods, type Offering } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { XMLBuilder } from 'fast-xml-parser'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../../../../simulator/start.ts'
import { loadConfig, type Config } from '../../../config.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt } from '../../../testing/rest-source.ts'
import { isSshdMissing, sshdHint, startSshd, type SshServer } from '../../../testing/servers/sshd.ts'
import { createConnectors, type Connectors } from '../../connectors/index.ts'
import type { RestRequest } from '../../connectors/rest/connector.ts'
import type { FileRequest } from '../../connectors/files/contract.ts'
import type { Connector } from '../../connectors/contract.ts'
import { BssFailure } from '../../failure.ts'
import { parseXml } from '../../tolerant/xml.ts'
import { offers as offersByFile } from './file.ts'
import { offers as offersByRest } from './rest.ts'
import { offers as offersBySftp } from './sftp.ts'

const now = new Date()
const timeoutMs = 10_000

describe('one catalogue, told by the simulator, and written into a file', () => {
  let root: string
  let simulator: Simulator
  const open: Connectors[] = []
  let catalogue: unknown[]
  let overRest: Offering[]
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'mosaic-catalogue-'))
    mkdirSync(join(root, 'keys'))
    simulator = await startSimulator({ port: 0 })
    const { rest } = await connect({ BSS_URL: simulator.url })
    const send = (request: RestRequest) => rest.send(request, { timeoutMs })
    overRest = await offersByRest.ask({ currency: 'EUR', now, send, sendOnce: send }, {}, undefined)
    catalogue = (await send({ api: 'productCatalog', path: 'productOffering', query: { limit: 100 } })).body as unknown[]
    const xml = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true, format: true })
    write('productOffering.json', JSON.stringify(catalogue))
    write('productOffering.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${xml.build({ catalogue: { productOffering: catalogue } })}`)
  })
  afterAll(async () => {
    for (const connectors of open) await Promise.all(Object.values(connectors).map((connector) => connector.close()))
    await simulator.close()
    rmSync(root, { recursive: true, force: true })
  })

  async function connect(env: Record<string, string>): Promise<Connectors> {
    const connectors = await createConnectors(loadConfig(env).connectors satisfies Config['connectors'])
    open.push(connectors)
    return connectors
  }
  function write(name: string, text: string): void {
    writeFileSync(join(root, name), text)
    utimesSync(join(root, name), 1_700_000_000, 1_700_000_000)
  }

  test('there is something to compare, and something that is not on sale', () => {
    expect(overRest.length).toBeGreaterThan(3)
    expect(catalogue.length).toBeGreaterThan(overRest.length)
  })

  test.each(['json', 'xml'])('is the same from a folder, in %s', async (format) => {
    const { file } = await connect({ BSS_FILE_ROOT: root, BSS_FILE_FORMAT: format })
    const send = asking(file)
    expect(await offersByFile.ask({ currency: 'EUR', now, send, sendOnce: send }, {}, undefined)).toEqual(overRest)
  })

  describe.skipIf(isSshdMissing)(`over SFTP${isSshdMissing ? ` (${sshdHint})` : ''}`, () => {
    let sshd: SshServer
    beforeAll(async () => void (sshd = await startSshd(join(root, 'keys'))))
    afterAll(() => sshd.kill())

    test.each(['json', 'xml'])('is the same from a server, in %s', async (format) => {
      const { sftp } = await connect({
        BSS_SFTP_URL: `sftp://${sshd.user}@127.0.0.1:${sshd.port}${root}`,
        BSS_SFTP_HOST_KEY: sshd.hostKey,
        BSS_SFTP_PRIVATE_KEY_FILE: join(root, 'keys', 'user'),
        BSS_SFTP_FORMAT: format,
      })
      const send = asking(sftp)
      expect(await offersBySftp.ask({ currency: 'EUR', now, send, sendOnce: send }, {}, undefined)).toEqual(overRest)
    })
  })
})

describe('what stands in the file', () => {
  const read = (data: unknown) => {
    const send = async () => ({ data, modifiedAt: now.toISOString() })
    return offersByFile.ask({ currency: 'EUR', now, send, sendOnce: send }, {}, undefined)
  }
  const offering = {
    id: 'O-1',
    name: 'Giga',
    productOfferingPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: { value: 4.99, unit: 'EUR' } } }],
  }
  const expected = [{ id: 'O-1', name: 'Giga', recurring: true, price: { minor: 499, currency: 'EUR' } }]

  test.each<[string, unknown]>([
    ['a list', [offering]],
    ['a list with its name', { productOffering: [offering] }],
    ['one with something around it', { export: { productOffering: [offering], written: '2026-11-22' } }],
    ['one alone', { export: { productOffering: offering } }],
    [
      'XML',
      parseXml(`<x:export xmlns:x="urn:x"><x:productOffering><x:id>O-1</x:id><x:name>Giga</x:name><x:productOfferingPrice><x:priceType>recurring</x:priceType>
        <x:price><x:taxIncludedAmount><x:value>4.99</x:value><x:unit>EUR</x:unit></x:taxIncludedAmount></x:price></x:productOfferingPrice></x:productOffering></x:export>`),
    ],
  ])('%s', async (_name, data) => {
    expect(await read(data)).toEqual(expected)
  })

  test('an empty list is an empty catalogue; a file about something else is none', async () => {
    expect(await read([])).toEqual([])
    expect(await read(parseXml('<export/>'))).toEqual([])
    await expect(read({})).rejects.toMatchObject(badAt('productOffering'))
    await expect(read(parseXml('<html><body>Login</body></html>'))).rejects.toMatchObject(badAt('productOffering.html.productOffering'))
    await expect(read({ export: { productOffering: [{ id: 'O-1' }] } })).rejects.toMatchObject(
      badAt('productOffering.export.productOffering[0].name'),
    )
  })

  test('whatever stands there is offerings or a bad answer', () =>
    fc.assert(
      fc.asyncProperty(jsonLike({ export: { productOffering: [offering, offering] } }), async (data) => {
        const answer = await read(data).catch((error: unknown) => error)
        if (answer instanceof BssFailure) expect(answer).toMatchObject({ code: 'BSS_BAD_ANSWER' })
        else expect([...Value.Errors(methods.offers.result, answer)]).toEqual([])
      }),
      { numRuns: 300 },
    ))
})

function asking<Answer>(connector: Connector<FileRequest, Answer> | undefined) {
  if (!connector) throw new Error('Expected a connector that is configured')
  return (request: FileRequest) => connector.send(request, { timeoutMs })
}
