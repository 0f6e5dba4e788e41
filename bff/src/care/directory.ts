import { locales } from '@mosaic/schemas/text'
import type { RestRequest } from '../bss/connectors/rest/connector.ts'
import { readItems, type Reading } from '../bss/tolerant/reading.ts'
import type { BackEnd } from './back-end.ts'
import type { Directory, Person, PersonLine } from './contract.ts'
import { fitOf, hasWords, patternOf, wantedBy, type Wanted } from './wanted.ts'

/** More nobody reads: whoever searches types another word. */
const mostFound = 20
/** How many of a common name are looked through for the other words. */
const pageSize = 100
const mostPages = 5

const customerFields = ['id', 'name', 'engagedParty', 'contactMedium', 'characteristic'] as const
const productFields = ['id', 'status', 'productCharacteristic', 'productRelationship', 'relatedParty'] as const
/** A company has no language ability in the contract: the language of its papers is a characteristic. */
const partyFields = { individual: ['id', 'languageAbility'], organization: ['id', 'partyCharacteristic'] } as const

/**
 * Finds people in the operator's systems: TMF629 for who they are, TMF637 for their lines, TMF632 for their language. Who is not of the brand does not exist,
 * nor does somebody whose brand the systems do not tell.
 */
export function createDirectory(backEnd: BackEnd): Directory {
  return {
    async search(brand, text) {
      const wanted = wantedBy(text)
      const byCodes = wanted.codes.map((code) => byCode(brand, code))
      const found = await Promise.all([byMsisdn(brand, wanted.msisdn), byWords(brand, wanted), ...byCodes])
      const unique = new Map(found.flat().map((customer) => [customer.at('id').text(), customer]))
      return peopleOf([...unique.values()].slice(0, mostFound))
    },
    person: async (brand, customerId) => (await peopleOf(await byCode(brand, customerId)))[0],
    byNumber: async (brand, msisdn) => (await peopleOf(await byMsisdn(brand, msisdn)))[0],
  }

  async function byCode(brand: string, code: string | undefined): Promise<Reading[]> {
    if (code === undefined || !isCode(code)) return []
    const customer = await backEnd.find({ api: 'customer', path: `customer/${encodeURIComponent(code)}`, fields: customerFields })
    return customer && isOf(brand, customer) ? [customer] : []
  }

  async function byMsisdn(brand: string, msisdn: string | undefined): Promise<Reading[]> {
    if (msisdn === undefined) return []
    const query = { 'productCharacteristic.name': 'msisdn', 'productCharacteristic.value': msisdn }
    const products = await backEnd.page({ api: 'productInventory', path: 'product', query, fields: productFields }, 0, pageSize)
    // A system that does not know the filter sends whatever it has.
    const owners = products.filter((product) => numberOf(product) === msisdn).map(ownerOf)
    return (await Promise.all([...new Set(owners)].slice(0, mostFound).map((owner) => byCode(brand, owner)))).flat()
  }

  async function byWords(brand: string, { words }: Wanted): Promise<Reading[]> {
    if (words.length === 0) return []
    const request = {
      api: 'customer',
      path: 'customer',
      query: { 'name.regex': patternOf(words) },
      fields: customerFields,
    } satisfies RestRequest
    const found: Reading[] = []
    for (let page = 0; page < mostPages && found.length < mostFound; page++) {
      const customers = await backEnd.page(request, page * pageSize, pageSize)
      found.push(...customers.filter((customer) => isOf(brand, customer) && hasWords(nameOf(customer), words)))
      if (customers.length < pageSize) break
    }
    return found.toSorted((one, other) => fitOf(nameOf(other), words) - fitOf(nameOf(one), words)).slice(0, mostFound)
  }

  /** With their lines and their language, in two or three questions for all of them. */
  async function peopleOf(customers: readonly Reading[]): Promise<Person[]> {
    if (customers.length === 0) return []
    const ids = customers.map((customer) => customer.at('id').text() ?? '')
    const [products, languages] = await Promise.all([
      backEnd.list({ api: 'productInventory', path: 'product', query: { 'relatedParty.id': ids.join() }, fields: productFields }),
      languagesOf(customers),
    ])
    const lines = linesOf(products)
    return readItems(customers, (customer) => personOf(customer, lines, languages))
  }

  async function languagesOf(customers: readonly Reading[]): Promise<ReadonlyMap<string, Person['locale']>> {
    const ask = async (type: Person['partyType']): Promise<Reading[]> => {
      const ids = customers.filter((customer) => partyTypeOf(customer) === type).map((customer) => customer.at('engagedParty', 'id').text())
      if (ids.length === 0) return []
      return backEnd.list({ api: 'party', path: type, query: { id: ids.join() }, fields: partyFields[type] })
    }
    const parties = await Promise.all([ask('individual'), ask('organization')])
    return new Map(parties.flat().map((party) => [party.at('id').text() ?? '', localeOf(party)]))
  }
}

/** What may stand in a path and in a list of ids: a code is no place to look elsewhere from. */
function isCode(text: string): boolean {
  return /^[\w.:-]{1,64}$/.test(text)
}

function isOf(brand: string, customer: Reading): boolean {
  return customer.at('characteristic').characteristic('brand').text() === brand
}

function nameOf(customer: Reading): string {
  return customer.at('name').text() ?? customer.at('engagedParty', 'name').text() ?? ''
}

function partyTypeOf(customer: Reading): Person['partyType'] {
  return customer.at('engagedParty', '@referredType').word() === 'organization' ? 'organization' : 'individual'
}

function personOf(customer: Reading, lines: ReadonlyMap<string, PersonLine[]>, languages: ReadonlyMap<string, Person['locale']>): Person {
  const customerId = customer.at('id').requiredText('the id of a customer')
  const partyId = customer.at('engagedParty', 'id').requiredText('the id of who the customer is')
  const addresses = customer.at('contactMedium').items().map((medium) => medium.at('characteristic', 'city').text()) // prettier-ignore
  return {
    customerId,
    partyId,
    partyType: partyTypeOf(customer),
    name: nameOf(customer),
    locale: languages.get(partyId),
    city: addresses.find((city) => city !== undefined),
    lines: lines.get(customerId) ?? [],
    mayBeTexted: customer.at('characteristic').characteristic('careSmsConsent').boolean(),
  }
}

/** By their owners. What has no number of its own is no line, but an option or a device of one. */
function linesOf(products: readonly Reading[]): ReadonlyMap<string, PersonLine[]> {
  const lines = new Map<string, PersonLine[]>()
  for (const product of products) {
    const [owner, msisdn, id] = [ownerOf(product), numberOf(product), product.at('id').text()]
    if (owner === undefined || msisdn === undefined || id === undefined) continue
    const kind = product.at('productCharacteristic').characteristic('lineKind').word() === 'data' ? 'data' : 'voice'
    lines.set(owner, [...(lines.get(owner) ?? []), { id, msisdn, kind, status: product.at('status').text() ?? 'unknown' }])
  }
  return lines
}

function numberOf(product: Reading): string | undefined {
  return product.at('productCharacteristic').characteristic('msisdn').text()
}

function ownerOf(product: Reading): string | undefined {
  const parties = product.at('relatedParty').items()
  const customer = parties.find((party) => party.at('role').word() === 'customer' || party.at('@referredType').word() === 'customer')
  return (customer ?? parties[0])?.at('id').text()
}

function localeOf(party: Reading): Person['locale'] {
  const abilities = party.at('languageAbility').items()
  const favourite = abilities.find((ability) => ability.at('isFavouriteLanguage').boolean()) ?? abilities[0]
  const language = favourite?.at('languageCode').text() ?? party.at('partyCharacteristic').characteristic('language').text()
  return locales.find((locale) => language?.toLowerCase().startsWith(locale))
}
