/** Who is found by a number, a name or a code. */
export const searchDocument = `query CareSearch($text: String!) {
  search(text: $text) {
    id
    name
    city
    lines {
      id
      msisdn
      kind
      status
    }
  }
}`
