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
  handOver {
    target
    state
  }
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

/** When somebody can call, full times too. */
export const timesDocument = `query CareCallBackTimes {
  callBackTimes {
    startsAt
    endsAt
    free
  }
}`

export const bookDocument = `mutation CareBookCallBack($input: BookCallBackInput!) {
  bookCallBack(input: $input) {
    status
    callBack {
      startsAt
      endsAt
    }
  }
}`
