/** How many are called back when, soonest first. */
export const loadDocument = `query CareCallBackLoad {
  callBackLoad {
    startsAt
    endsAt
    booked
    capacity
  }
}`
