/** Which native app a device could have; undefined for a computer. An iPad says that it is a Mac, but no Mac is touched. Pure. */
export function systemOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): 'ios' | 'android' | undefined {
  if (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)) return 'ios'
  return userAgent.includes('Android') ? 'android' : undefined
}
