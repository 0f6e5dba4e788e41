/** What became of the links of some days, one row a target, day, agent or cluster. */
export const reportsDocument = `query CareReports($from: String!, $to: String!, $by: String!) {
  reports(from: $from, to: $to, by: $by) {
    key
    label
    sent
    delivered
    opened
    completed
    stuck
    avoided
  }
}`
