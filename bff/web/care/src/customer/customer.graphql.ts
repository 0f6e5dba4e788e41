/** Who it is: what the whole page hangs on. */
export const customerDocument = `query CareCustomer($id: ID!) {
  customer(id: $id) {
    id
    name
    locale
    city
    mayBeTexted
    lines {
      id
      msisdn
      kind
      status
    }
    pages {
      id
      title
    }
  }
}`

/** How his things stand, for the line that is picked. */
export const standingDocument = `query CareStanding($id: ID!, $line: ID) {
  customer(id: $id) {
    id
    figures(line: $line) {
      id
      label
      value
      isStale
      fetchedAt
      state
    }
    orders {
      ...EntryParts
    }
    tickets {
      ...EntryParts
    }
    appointments {
      ...EntryParts
    }
    alerts(line: $line) {
      contentId
      title
      isShown
      dismissedAt
    }
  }
}

fragment EntryParts on Entry {
  id
  kind
  title
  text
  state
  at
}`

/** What there has been between him and us. */
export const historyDocument = `query CareHistory($id: ID!, $limit: Int!) {
  customer(id: $id) {
    id
    history(limit: $limit) {
      id
      kind
      title
      text
      state
      at
    }
  }
}`

/** What the desk itself knows of the past: the links he was sent, and when he asked to be called back. */
export const deskPastDocument = `query CareDeskPast($id: ID!, $limit: Int!) {
  customer(id: $id) {
    id
    handOvers(limit: $limit) {
      id
      code
      state
      target
      agent
      issuedAt
    }
    callBacks {
      id
      topic
      startsAt
      state
    }
  }
}`
