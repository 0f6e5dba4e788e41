/** Where a customer can be led, by what he says; with nothing said, the places used most. */
export const targetsDocument = `query CareTargets($text: String, $customer: ID, $line: ID) {
  targets(text: $text, customer: $customer, line: $line) {
    id
    title
    opens
    wants
    uses
    fits
  }
}`

/** What a target can be filled in with for him: his bills, his options. */
export const choicesDocument = `query CareChoices($customer: ID!, $target: ID!, $line: ID) {
  customer(id: $customer) {
    id
    choices(target: $target, line: $line) {
      id
      label
      name
    }
  }
}`

/** The SMS as it will arrive. */
export const smsPreviewDocument = `query CareSmsPreview($target: ID!, $locale: String!) {
  smsPreview(target: $target, locale: $locale) {
    from
    text
    septets
    isOneSegment
  }
}`

const handOverParts = `fragment HandOverParts on HandOver {
  id
  code
  state
  targetId
  target
  customerId
  lineId
  locale
  params {
    name
    value
  }
  issuedAt
  expiresAt
  step
  wants
  note
  takenBy
  isTakenByMe
  reason
  events {
    type
    at
    text
  }
}`

export const sendDocument = `mutation CareSendHandOver($input: SendHandOverInput!) {
  sendHandOver(input: $input) {
    status
    message
    handOver {
      ...HandOverParts
    }
  }
}

${handOverParts}`

export const revokeDocument = `mutation CareRevokeHandOver($id: ID!) {
  revokeHandOver(id: $id) {
    ...HandOverParts
  }
}

${handOverParts}`

/** The links of one customer, newest first. */
export const linksOfDocument = `query CareLinksOf($customer: ID!, $limit: Int!) {
  customer(id: $customer) {
    id
    handOvers(limit: $limit) {
      ...HandOverParts
    }
  }
}

${handOverParts}`

/** Who is stuck and wants to talk about it now, newest first. */
export const stuckDocument = `query CareStuck {
  stuckHandOvers {
    ...HandOverParts
    customerName
    agent
    agentId
  }
}

${handOverParts}`

/** `takenBy` says who was first. */
export const takeDocument = `mutation CareTakeHandOver($id: ID!) {
  takeHandOver(id: $id) {
    ...HandOverParts
  }
}

${handOverParts}`

export const giveBackDocument = `mutation CareGiveBackHandOver($id: ID!) {
  giveBackHandOver(id: $id) {
    ...HandOverParts
  }
}

${handOverParts}`

/** The agent's own links of today, newest first. */
export const myLinksDocument = `query CareMyLinks {
  myHandOvers {
    ...HandOverParts
  }
}

${handOverParts}`
