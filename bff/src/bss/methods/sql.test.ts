import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendJson, startBackEnd } from '../../testing/back-end.ts'
import type { ConnectorName } from '../connectors/index.ts'
import { createRestConnector } from '../connectors/rest/connector.ts'
import { createSqlConnector } from '../connectors/sql/connector.ts'
import { describeDatabases, settingsOf } from '../connectors/sql/testing/databases.ts'
import type { AskContext } from '../contract.ts'
import { customer as customerOverRest } from './customer/rest.ts'
import { customer } from './customer/sql.ts'
import { lines as linesOverRest } from './lines/rest.ts'
import { lines } from './lines/sql.ts'
import { customers, type Described } from './testing/described.ts'

/* The tables and views of the connector's README, as an operator would make them. */

const readme = readFileSync(new URL('../connectors/sql/README.md', import.meta.url), 'utf8')
const statements = [...readme.matchAll(/^```sql\n(.*?)^```/gms)].flatMap(([, block = '']) =>
  block.split(/;\n/).filter((text) => text.trim() !== ''),
)

describeDatabases('methods over sql', (database) => {
  let connector: ReturnType<typeof createSqlConnector>
  beforeAll(async () => void (await database().run(...statements, ...customers.flatMap(({ rows }) => rows), 'select 1')))
  beforeEach(() => void (connector = createSqlConnector(settingsOf(database()))))
  afterEach(() => connector.close())
  const context = () => contextOf<'sql'>((statement) => connector.send(statement, bounds))
  const askCustomer = (customerId: string) => customer.ask(context(), { customerId }, undefined)
  const askLines = (customerId: string) => lines.ask(context(), { customerId }, undefined)

  test.each(customers)('$title is the same as over REST', async (described) => {
    const overRest = await askOverRest(described)
    expect({ customer: await askCustomer(described.id), lines: await askLines(described.id) }).toEqual(overRest)
    expect(overRest.lines).toHaveLength(described.rows.filter((row) => row.includes('into sim values')).length)
  })

  test('a row that cannot be read costs the answer, and the place is named', async () => {
    await database().run(
      `insert into sim values ('W-1', 'wrong', '3331', 0, 'smartphone', 0, 'prepaid', 'Aurora', 0, null, null, null)`,
      `insert into sim values ('W-2', 'wrong', null, 0, 'smartphone', 0, 'prepaid', 'Aurora', 0, null, null, null)`,
      `insert into sim values ('W-3', 'strange', '3332', 0, 'fridge', 0, 'prepaid', 'Aurora', 0, null, null, null)`,
      'select 1',
    )
    await expect(askLines('wrong')).rejects.toMatchObject({
      code: 'BSS_BAD_ANSWER',
      message: expect.stringMatching(/^mosaic_line\[1\]\.msisdn /) as string,
    })
    await expect(askLines('strange')).rejects.toMatchObject({
      code: 'BSS_BAD_ANSWER',
      message: expect.stringMatching(/^mosaic_line\[0\]\.device .*smartphone, tablet, router/) as string,
    })
  })

  test.each(['nobody', `' or '1'='1`, `C-1'; drop view mosaic_customer; --`, 'C-1\u0000'])('%j is nobody', async (customerId) => {
    await expect(askCustomer(customerId)).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER' })
    expect(await askCustomer('C-1')).toMatchObject({ id: 'C-1' })
  })
})

const bounds = { timeoutMs: 10_000 }

function contextOf<Kind extends ConnectorName>(send: AskContext<Kind>['send']): AskContext<Kind> {
  return { currency: 'EUR', now: new Date('2026-11-22T10:00:00Z'), send, sendOnce: send }
}

async function askOverRest({ id, tmf }: Described) {
  const backEnd = await startBackEnd()
  backEnd.answer = (response, path) => sendJson(response, path.startsWith('/customer/') ? tmf.customer : tmf.products)
  const rest = createRestConnector(backEnd.apis)
  const context = contextOf<'rest'>((request) => rest.send(request, bounds))
  try {
    return {
      customer: await customerOverRest.ask(context, { customerId: id }, undefined),
      lines: await linesOverRest.ask(context, { customerId: id }, undefined),
    }
  } finally {
    await rest.close()
    await backEnd.close()
  }
}
