/** Where each API lives: the base paths of the TM Forum files, which are configuration and never derived from them. */
export const paths = {
  bucket: '/tmf-api/prepayBalanceManagement/v4/bucket',
  topupBalance: '/tmf-api/prepayBalanceManagement/v4/topupBalance',
  usage: '/tmf-api/usageConsumption/v4/queryUsageConsumption',
  bill: '/tmf-api/customerBillManagement/v4/customerBill',
  product: '/tmf-api/productInventory/v4/product',
  offering: '/tmf-api/productCatalogManagement/v4/productOffering',
  customer: '/tmf-api/customerManagement/v4/customer',
  individual: '/tmf-api/party/v4/individual',
  organization: '/tmf-api/party/v4/organization',
  billingAccount: '/tmf-api/accountManagement/v4/billingAccount',
} as const
export type PathName = keyof typeof paths
