/** What has changed, as it changes: the rest is asked for. */
export const deskDocument = `subscription CareDesk {
  desk {
    type
    id
    customerId
    agentId
  }
}`
