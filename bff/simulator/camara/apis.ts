import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { Route } from '../http/types.ts'
import { api, bodyOf, CamaraProblem, denied, invalidArgument, isSame } from './answers.ts'
import { newOtp, type Network } from './network.ts'

const PhoneNumber = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' })
const hourMs = 3_600_000
const defaultMaxAge = 240
const otpTries = 5
const otpSender = 'Verifica'

const Verification = Type.Union([
  Type.Object({ phoneNumber: PhoneNumber }, { additionalProperties: false }),
  Type.Object({ hashedPhoneNumber: Type.String({ pattern: '^[a-fA-F0-9]{64}$' }) }, { additionalProperties: false }),
])

/** Number Verification 2.1: whether the telephone that the token was got on has this number. */
export function numberVerification(network: Network): Route {
  return api(network, '/camara/number-verification/v2/verify', ['number-verification:verify'], (request, { subject }) => {
    const body = bodyOf(Verification, request)
    if (!subject) throw denied()
    if (!subject.byNetwork) {
      const message = 'Client must authenticate via the mobile network to use this service'
      throw new CamaraProblem(403, 'NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK', message)
    }
    const hash = createHash('sha256').update(subject.msisdn).digest('hex')
    const isHis = 'phoneNumber' in body ? body.phoneNumber === subject.msisdn : body.hashedPhoneNumber.toLowerCase() === hash
    return { status: 200, json: { devicePhoneNumberVerified: isHis } }
  })
}

const SwapCheck = Type.Object({
  phoneNumber: Type.Optional(PhoneNumber),
  maxAge: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_400 })),
})

/** SIM Swap 2.1: whether the SIM of a number is another than so many hours ago. */
export function simSwap(network: Network): Route {
  return api(network, '/camara/sim-swap/v2/check', ['sim-swap', 'sim-swap:check'], (request, { subject }) => {
    const { phoneNumber, maxAge = defaultMaxAge } = bodyOf(SwapCheck, request)
    if (subject && phoneNumber !== undefined)
      throw new CamaraProblem(422, 'UNNECESSARY_IDENTIFIER', 'The device is already identified by the access token.')
    const msisdn = subject?.msisdn ?? phoneNumber
    if (msisdn === undefined) throw new CamaraProblem(422, 'MISSING_IDENTIFIER', 'The device cannot be identified.')
    if (!network.world.population().customerByNumber.get(msisdn))
      throw new CamaraProblem(404, 'IDENTIFIER_NOT_FOUND', 'Device identifier not found.')
    const at = network.swappedAt(msisdn)
    return { status: 200, json: { swapped: at !== undefined && network.world.now().getTime() - at.getTime() <= maxAge * hourMs } }
  })
}

const SendCode = Type.Object({ phoneNumber: PhoneNumber, message: Type.String({ maxLength: 160, pattern: '\\{\\{code\\}\\}' }) })
const ValidateCode = Type.Object({ authenticationId: Type.String({ maxLength: 36 }), code: Type.String({ maxLength: 10 }) })
const otpScopes = ['one-time-password-sms:send-validate']
const problem = (status: number, code: string, message: string) => new CamaraProblem(status, `ONE_TIME_PASSWORD_SMS.${code}`, message)

/** OTP SMS 1.1: a code goes to a telephone, and comes back from whoever holds it. */
export function oneTimePassword(network: Network): Route[] {
  return [
    api(network, '/camara/one-time-password-sms/v1/send-code', otpScopes, (request) => {
      const { phoneNumber, message } = bodyOf(SendCode, request)
      if (!network.world.population().customerByNumber.get(phoneNumber))
        throw problem(403, 'PHONE_NUMBER_NOT_ALLOWED', "Phone_number can't receive an SMS due to business reasons in the operator.")
      if (!network.takeOtp(phoneNumber))
        throw problem(403, 'MAX_OTP_CODES_EXCEEDED', 'Too many OTPs have been requested for this MSISDN. Try later.')
      const { id, code } = newOtp()
      network.otps.set(id, { msisdn: phoneNumber, code, triesLeft: otpTries })
      network.texts.submit({ from: otpSender, to: phoneNumber, text: message.replaceAll('{{code}}', code) })
      return { status: 200, json: { authenticationId: id } }
    }),
    api(network, '/camara/one-time-password-sms/v1/validate-code', otpScopes, (request) => {
      const { authenticationId, code } = bodyOf(ValidateCode, request)
      if (authenticationId === '') throw invalidArgument()
      const otp = network.otps.get(authenticationId)
      if (!otp) throw problem(400, 'VERIFICATION_EXPIRED', 'The authenticationId is no longer valid')
      if (otp.triesLeft === 0) {
        const message = 'The maximum number of attempts for this authenticationId was exceeded without providing a valid OTP'
        throw problem(400, 'VERIFICATION_FAILED', message)
      }
      if (!isSame(code, otp.code)) {
        otp.triesLeft--
        throw problem(400, 'INVALID_OTP', 'The provided OTP is not valid for this authenticationId')
      }
      network.otps.take(authenticationId)
      return { status: 204 }
    }),
  ]
}
