import { defineScript } from '@redis/client'

/*
 * What must happen in one piece. All keys of a script carry the same hash tag, `{…}`, so that they live on one server of a cluster.
 *
 *   value   "<fetchedAt> <json>"        the newest answer
 *   failure "<code> [<seconds>]"        a failure that stands for a moment
 *   lease   "<token>"                   whose turn it is to ask; nobody's when it is not there
 *   waiting "1"                         somebody waits for news of the turn
 *   epoch   "<count>"                   how often writes have made the tag obsolete; survives longer than any question under way
 *   variants                            the set of what the tag's keys end in before `:value`, `:failure` and `:lease`
 */

/** How long a count of changes is kept, in milliseconds: longer than any question can be under way. */
const epochMs = 15 * 60_000

/** How long the keys of a question under way are listed at least, in milliseconds. */
const variantsMs = 5 * 60_000

/** When a stored answer was fetched; what is no answer of ours is older than any. */
const momentOf = (stored: string) => `(tonumber(string.match(${stored}, '^%d+ ') or '0') or 0)`

/** Asks for the turn: `{ value?, failure?, isOurs, epoch }`. With an empty token nobody's turn is asked for, and everybody gets one. */
export const turnScript = defineScript({
  NUMBER_OF_KEYS: 6,
  SCRIPT: `
    local value, failure, lease, waiting, epoch, variants = unpack(KEYS)
    local token, leaseMs, seenAt = ARGV[1], ARGV[2], tonumber(ARGV[3])
    local stored = redis.call('GET', value)
    if stored and ${momentOf('stored')} > seenAt then return { stored, false, 0, '' } end
    local failed = redis.call('GET', failure)
    if failed then return { false, failed, 0, '' } end
    if token ~= '' and not redis.call('SET', lease, token, 'NX', 'PX', leaseMs) then
      redis.call('SET', waiting, '1', 'PX', leaseMs)
      return { false, false, 0, '' }
    end
    redis.call('SADD', variants, ARGV[4])
    if redis.call('PTTL', variants) < ${variantsMs} then redis.call('PEXPIRE', variants, ${variantsMs}) end
    return { false, false, 1, redis.call('GET', epoch) or '0' }`,
  parseCommand(parser, keys: string[], token: string, leaseMs: number, seenAt: number, variant: string) {
    parser.pushKeys(keys)
    parser.push(token, String(leaseMs), String(seenAt), variant)
  },
  transformReply: (reply: unknown) => {
    const [value, failure, isOurs, epoch] = reply as [string | null, string | null, number, string]
    return { value, failure, isOurs: isOurs === 1, epoch }
  },
})

/** Keeps the turn for longer, as long as it is ours. */
export const renewScript = defineScript({
  NUMBER_OF_KEYS: 1,
  SCRIPT: `
    if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
    return 0`,
  parseCommand(parser, lease: string, token: string, leaseMs: number) {
    parser.pushKey(lease)
    parser.push(token, String(leaseMs))
  },
  transformReply: (reply: unknown) => reply === 1,
})

/** A longer answer is not sent to all instances, in bytes: those who wait for it fetch it. */
const longestNews = 32 * 1024

/**
 * Tells what came of a turn and wakes those who wait. 1: told. 0: the turn was no longer ours, somebody else's answer stands. -1: a write has come
 * between, so what was read may be from before it.
 */
export const tellScript = defineScript({
  NUMBER_OF_KEYS: 6,
  SCRIPT: `
    local value, failure, lease, waiting, epoch, variants = unpack(KEYS)
    local token, seenEpoch, kind, payload, forMs, channel, name = unpack(ARGV)
    local result = 1
    if (redis.call('GET', epoch) or '0') ~= seenEpoch then result = -1
    elseif token ~= '' and redis.call('GET', lease) ~= token then result = 0 end
    if result == 1 and tonumber(forMs) > 0 then
      if kind == 'value' then
        local stored = redis.call('GET', value)
        if not stored or ${momentOf('stored')} <= ${momentOf('payload')} then
          redis.call('SET', value, payload, 'PX', forMs)
        end
        redis.call('DEL', failure)
      else
        redis.call('SET', failure, payload, 'PX', forMs)
      end
      redis.call('SADD', variants, string.match(name, '[^:]+$'))
      if redis.call('PTTL', variants) < tonumber(forMs) then redis.call('PEXPIRE', variants, forMs) end
    end
    if token ~= '' and redis.call('GET', lease) == token then redis.call('DEL', lease) end
    if redis.call('DEL', waiting) == 1 then
      local news = name
      if result == 1 and #payload <= ${longestNews} then news = name .. ' ' .. kind .. ' ' .. payload end
      redis.call('PUBLISH', channel, news)
    end
    return result`,
  parseCommand(
    parser,
    keys: string[],
    ...values: [token: string, epoch: string, kind: 'value' | 'failure', payload: string, forMs: number, channel: string, name: string]
  ) {
    parser.pushKeys(keys)
    parser.push(...values.map(String))
  },
  transformReply: (reply: unknown) => reply as 1 | 0 | -1,
})

/** Makes everything of a tag obsolete, what is under way included. */
export const changeScript = defineScript({
  NUMBER_OF_KEYS: 2,
  SCRIPT: `
    local epoch, variants = unpack(KEYS)
    redis.call('INCR', epoch)
    redis.call('PEXPIRE', epoch, ${epochMs})
    for _, variant in ipairs(redis.call('SMEMBERS', variants)) do
      local name = ARGV[1] .. ':' .. variant
      redis.call('DEL', name .. ':value', name .. ':failure', name .. ':lease')
    end
    return redis.call('DEL', variants)`,
  parseCommand(parser, { base, epoch, variants }: { base: string; epoch: string; variants: string }) {
    parser.pushKeys([epoch, variants])
    parser.push(base)
  },
  transformReply: () => undefined,
})
