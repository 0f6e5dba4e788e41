/**
 * The TM Forum APIs the BFF speaks and the base path each usually has. The path is configuration, never derived from the
 * specification: real systems mount them elsewhere, and some published specifications carry a wrong one.
 */
export const defaultApiPaths = {
  productCatalog: 'tmf-api/productCatalogManagement/v4',
  customer: 'tmf-api/customerManagement/v4',
  party: 'tmf-api/party/v4',
  productInventory: 'tmf-api/productInventory/v4',
  prepayBalance: 'tmf-api/prepayBalanceManagement/v4',
  account: 'tmf-api/accountManagement/v4',
  usageConsumption: 'tmf-api/usageConsumption/v4',
  customerBill: 'tmf-api/customerBillManagement/v4',
} as const

export type ApiName = keyof typeof defaultApiPaths
export const apiNames = Object.keys(defaultApiPaths) as ApiName[]
