const contactParts = `fragment ContactParts on Contact {
  id
  channel
  callId
  customerId
  customer {
    id
    name
  }
  msisdn
  agentId
  state
  reason
  text
  startedAt
  endedAt
}`

/** Who rings, whom the agent is talking to, and the talks of his of which nobody has said what they were about. */
export const openContactsDocument = `query CareOpenContacts {
  openContacts {
    ...ContactParts
  }
}

${contactParts}`

/** One talk, by its id or the call's. */
export const contactDocument = `query CareContact($id: ID!) {
  contact(id: $id) {
    ...ContactParts
  }
}

${contactParts}`

export const openContactDocument = `mutation CareOpenContact($input: OpenContactInput!) {
  openContact(input: $input) {
    ...ContactParts
  }
}

${contactParts}`

export const noteContactDocument = `mutation CareNoteContact($input: NoteContactInput!) {
  noteContact(input: $input) {
    ...ContactParts
  }
}

${contactParts}`

/** What talks are about: the places of the app, used most first. */
export const reasonsDocument = `query CareReasons {
  targets {
    id
    title
  }
}`
