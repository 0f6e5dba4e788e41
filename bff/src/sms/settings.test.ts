import { expect, test } from 'vitest'
import { createReader } from '../config-reader.ts'
import { smsSettings } from './settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  return { settings: smsSettings(createReader(env, problems)), problems }
}
const smpp = { SMS_SMPP_URL: 'smpp://smsc.example:2776', SMS_SMPP_USER: 'mosaic', SMS_SMPP_PASSWORD: 'sesame' }
const http = { SMS_HTTP_URL: 'https://sms.example/v1/messages', SMS_HTTP_TOKEN: 'open-sesame' }

test('without either no texts are sent', () => {
  expect(read({})).toEqual({ settings: undefined, problems: [] })
})

test('a message centre, with and without TLS, and its usual ports', () => {
  const centre = { kind: 'smpp', host: 'smsc.example', port: 2776, isTls: false, user: 'mosaic', password: 'sesame' }
  expect(read(smpp)).toEqual({ settings: centre, problems: [] })
  expect(read({ ...smpp, SMS_SMPP_URL: 'smpp://smsc.example' }).settings).toEqual({ ...centre, port: 2775 })
  expect(read({ ...smpp, SMS_SMPP_URL: 'ssmpp://[::1]' }).settings).toEqual({ ...centre, host: '::1', port: 3550, isTls: true })
})

test('a gateway, with and without reports', () => {
  const gateway = { kind: 'http', url: new URL(http.SMS_HTTP_URL), token: 'open-sesame', reports: undefined }
  expect(read(http)).toEqual({ settings: gateway, problems: [] })
  const reports = { SMS_HTTP_REPORT_URL: 'https://app.example/care/sms-reports', SMS_HTTP_REPORT_SECRET: 'a secret of some length' }
  expect(read({ ...http, ...reports }).settings).toEqual({
    ...gateway,
    reports: { url: new URL(reports.SMS_HTTP_REPORT_URL), secret: reports.SMS_HTTP_REPORT_SECRET },
  })
})

test('both are one too many', () => {
  expect(read({ ...smpp, ...http }).problems).toEqual([expect.stringMatching(/^SMS_HTTP_URL: expected one way for texts/)])
})

test.each([
  [{ ...smpp, SMS_SMPP_URL: 'http://smsc.example' }, 'SMS_SMPP_URL'],
  [{ ...smpp, SMS_SMPP_URL: 'smpp://mosaic:sesame@smsc.example' }, 'SMS_SMPP_URL'],
  [{ ...smpp, SMS_SMPP_URL: 'smpp://mosaic@smsc.example' }, 'SMS_SMPP_URL'],
  [{ ...smpp, SMS_SMPP_URL: 'smpp://smsc.example/path' }, 'SMS_SMPP_URL'],
  [{ ...smpp, SMS_SMPP_USER: '' }, 'SMS_SMPP_USER'],
  [{ ...smpp, SMS_SMPP_USER: 'a name of more than fifteen' }, 'SMS_SMPP_USER'],
  [{ ...smpp, SMS_SMPP_PASSWORD: '' }, 'SMS_SMPP_PASSWORD'],
  [{ ...smpp, SMS_SMPP_PASSWORD: 'sesame-open-yourself' }, 'SMS_SMPP_PASSWORD'],
  [{ ...http, SMS_HTTP_URL: 'ftp://sms.example' }, 'SMS_HTTP_URL'],
  [{ ...http, SMS_HTTP_TOKEN: '' }, 'SMS_HTTP_TOKEN'],
  [{ ...http, SMS_HTTP_TOKEN: 'sesame\nX: y' }, 'SMS_HTTP_TOKEN'],
  [{ ...http, SMS_HTTP_REPORT_URL: 'https://app.example/reports' }, 'SMS_HTTP_REPORT_SECRET'],
])('what cannot be is told with its name and without a secret: %j', (env, name) => {
  const { problems } = read(env)
  expect(problems.join('\n')).toContain(`${name}: expected`)
  expect(problems.join()).not.toContain('sesame')
})
