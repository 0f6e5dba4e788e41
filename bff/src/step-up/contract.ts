/** How sure we are that who holds the claim holds the number. `silent` shows, `otp` also acts within its place; money beyond it needs a session. */
export const grantLevels = ['silent', 'otp'] as const
export type GrantLevel = (typeof grantLevels)[number]

/** Where a right is for: a page of the app, a guide, or a voice menu by the screen it was sent for. One of them. */
export type GrantedPlace = { surface?: string | undefined; guide?: string | undefined; menu?: string | undefined }

/** A short right to one place of one line: kept hashed, bound to the claim it was given for. */
export type Grant = GrantedPlace & {
  handOverId: string
  brand: string
  customerId: string
  lineId: string
  level: GrantLevel
  expiresAt: Date
}

export type StepUpAnswer = 'yes' | 'no' | 'cannotTell'

/** The network's own word, by the CAMARA contracts. Nothing throws: what is not known is `cannotTell`, and never a yes. */
export type NumberProof = {
  /** Where the browser goes for the silent proof; `state` comes back with it to `redirectUri`. */
  authorizeUrl(state: string, redirectUri: string): string
  /** Whether the device that brought the code is on this number. */
  isOnNumber(code: string, msisdn: string, redirectUri: string): Promise<StepUpAnswer>
  /** Whether the SIM of the number is another than some hours ago. */
  wasSwapped(msisdn: string, maxAgeHours: number): Promise<StepUpAnswer>
  /** Sends a one-time password; the id to check it by. `message` holds `{{code}}`. */
  sendCode(msisdn: string, message: string): Promise<string | undefined>
  checkCode(id: string, code: string): Promise<StepUpAnswer>
  close(): Promise<void>
}
