/** Who did what, about whom, on one day. */
export const registerDocument = `query CareRegister($day: String!, $who: ID, $about: ID) {
  audit(day: $day, who: $who, about: $about) {
    at
    who
    what
    about
    details {
      name
      value
    }
  }
}`
