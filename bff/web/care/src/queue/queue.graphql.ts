const callBackParts = `fragment CallBackParts on CallBack {
  id
  customerId
  name
  msisdn
  topic
  said
  startsAt
  endsAt
  state
  isLate
  agentId
}`

/** Who is to be called back until a moment, soonest first. */
export const queueDocument = `query CareCallBacks($until: DateTime) {
  callBacks(until: $until) {
    ...CallBackParts
  }
}

${callBackParts}`

/** Null: somebody else was first. */
export const takeDocument = `mutation CareTakeCallBack($id: ID!) {
  takeCallBack(id: $id) {
    ...CallBackParts
  }
}

${callBackParts}`

export const closeDocument = `mutation CareCloseCallBack($id: ID!, $state: String!) {
  closeCallBack(id: $id, state: $state) {
    ...CallBackParts
  }
}

${callBackParts}`
