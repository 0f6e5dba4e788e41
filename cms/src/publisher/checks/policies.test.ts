import { describeCases } from '../testing/issues.ts'

describeCases({
  'T1 after T2': [(body) => (body.policies.balance!.t1Ms = 90_000), ['error', 'reversed-ages', 'policies.json/balance/t2Ms']],
  'a method that makes customers wait': [
    (body) => (body.policies.balance!.readTimeoutMs = 9_000),
    ['warning', 'policy-too-slow', 'policies.json/balance/readTimeoutMs'],
  ],
  'T2 before the T1 of the contract': [
    (body) => (body.policies.customer = { t2Ms: 1_000 }),
    ['error', 'reversed-ages', 'policies.json/customer/t2Ms'],
  ],
  'a write that is repeated': [
    (body) => (body.policies.topUp = { retries: 1 }),
    ['error', 'repeated-write', 'policies.json/topUp/retries'],
  ],
  'a write that is asked twice': [
    (body) => (body.policies.topUp = { hedgeAfterMs: 100 }),
    ['error', 'hedged-write', 'policies.json/topUp/hedgeAfterMs'],
  ],
  'a wait for the newer value that nobody waits': [
    (body) => (body.policies.balance!.softWaitMs = 0),
    ['warning', 'soft-wait-none', 'policies.json/balance/softWaitMs'],
  ],
  'a wait for the newer value that is longer than the call': [
    (body) => (body.policies.balance!.softWaitMs = 2_250),
    ['warning', 'soft-wait-idle', 'policies.json/balance/softWaitMs'],
  ],
  'a second question after the end of the first': [
    (body) => (body.policies.balance!.hedgeAfterMs = 1_000),
    ['warning', 'hedge-idle', 'policies.json/balance/hedgeAfterMs'],
  ],
  'retries that nothing pays for': [
    (body) => (body.policies.balance!.retryBudgetPercent = 0),
    ['warning', 'budget-none', 'policies.json/balance/retryBudgetPercent'],
  ],
  'a refresh behind a value that is never shown': [
    (body) => Object.assign(body.policies.balance!, { refresh: 'behind', staleOn: 'never', softWaitMs: 0 }),
    ['warning', 'refresh-idle', 'policies.json/balance/refresh'],
  ],
  'a key with what it holds already': [
    (body) => (body.policies.balance!.keyParams = ['customerId', 'lineId']),
    ['warning', 'key-redundant', 'policies.json/balance/keyParams'],
  ],
  'a number out of its bounds': [(body) => (body.policies.balance!.retries = 9), ['error', 'schema', 'policies.json/balance/retries']],
  'a policy word nobody knows': [
    (body) => Object.assign(body.policies.balance!, { colour: 'red' }),
    ['error', 'schema', 'policies.json/balance'],
  ],
})
