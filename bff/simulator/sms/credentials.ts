/** Who may send texts. */
export type SmsCredentials = {
  /** By SMPP: at most 15 and 8 characters. */
  user: string
  password: string
  /** By HTTP: the bearer token, and what reports are signed with. */
  token: string
  reportSecret: string
}

export const demoSmsCredentials: SmsCredentials = {
  user: 'mosaic',
  password: 'demo-sms',
  token: 'demo-sms-token',
  reportSecret: 'demo-sms-reports',
}
