import type { ConfigReader } from '../../../config-reader.ts'

/**
 * The TM Forum APIs the BFF speaks and the base path each usually has. The path is configuration, never derived from the
 * specification: real systems mount them elsewhere, and some published specifications carry a wrong one.
 */
export const defaultApiPaths = {
  productCatalog: 'tmf-api/productCatalogManagement/v4',
  customer: 'tmf-api/customerManagement/v4',
  party: 'tmf-api/party/v4',
  productInventory: 'tmf-api/productInventory/v4',
  productOrdering: 'tmf-api/productOrderingManagement/v4',
  prepayBalance: 'tmf-api/prepayBalanceManagement/v4',
  account: 'tmf-api/accountManagement/v4',
  usageConsumption: 'tmf-api/usageConsumption/v4',
  customerBill: 'tmf-api/customerBillManagement/v4',
  usage: 'tmf-api/usageManagement/v4',
  paymentMethod: 'tmf-api/paymentMethod/v4',
  payment: 'payment/v4',
  appointment: 'tmf-api/appointment/v4',
  troubleTicket: 'tmf-api/troubleTicket/v4',
  serviceProblem: 'tmf-api/serviceProblemManagement/v4',
  partyInteraction: 'tmf-api/partyInteraction/v4',
  promotion: 'tmf-api/promotionManagement/v4',
  recommendation: 'tmf-api/recommendation/v4',
  productOfferingQualification: 'tmf-api/productOfferingQualification/v4',
  resourceInventory: 'tmf-api/resourceInventoryManagement/v4',
  geographicSite: 'tmf-api/geographicSiteManagement/v4',
} as const

export type ApiName = keyof typeof defaultApiPaths
export const apiNames = Object.keys(defaultApiPaths) as ApiName[]

/** The base address of each TM Forum API. `BSS_URL` for all, `BSS_<API>_URL` for one (path included) */
export type RestSettings = Record<ApiName, URL>

export function restSettings(read: ConfigReader): RestSettings {
  const base = read.url('BSS_URL', 'http://127.0.0.1:4010')
  const addresses = apiNames.map((api) => [api, read.url(variableOf(api), new URL(defaultApiPaths[api], withSlash(base)).href)])
  return Object.fromEntries(addresses) as RestSettings
}

/** `prepayBalance` → `BSS_PREPAY_BALANCE_URL`. */
function variableOf(api: ApiName): string {
  return `BSS_${api.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_URL`
}

function withSlash(url: URL): string {
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
