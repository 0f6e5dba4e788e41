/** The programs that may ask the network. */
export type CamaraCredentials = { clientId: string; clientSecret: string }

export const demoCamaraCredentials: CamaraCredentials = { clientId: 'mosaic-bff', clientSecret: 'demo-network' }
