/** Where the switchboard is played. */
export const telephonePath = '/_simulator/telephone'
