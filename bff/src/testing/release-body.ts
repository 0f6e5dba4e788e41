import {
  colorSchemes,
  colorTokens,
  type Content,
  type Palette,
  type Placement,
  type ReleaseBody,
  type Surface,
} from '@mosaic/schemas/release'
import type { Rule, RuleGroup } from '@mosaic/schemas/rules'

/** A small operator: three homes, a landing page, and one content of every kind that has data. Tests change what they are about. */
export function releaseBody(changes: Partial<ReleaseBody> = {}): ReleaseBody {
  return {
    brand: {
      id: 'aurora',
      name: 'Aurora Mobile',
      locales: ['it', 'en'],
      defaultLocale: 'it',
      timeZone: 'Europe/Rome',
      currency: 'EUR',
    } as ReleaseBody['brand'],
    palettes: [palette('day', '#123456'), palette('night', '#abcdef')],
    triggers: [
      { id: 'low-credit', name: 'Low credit', rule: all(rule('line.payment', '=', 'prepaid'), rule('balance.amount', '<', 500)) },
      { id: 'postpaid', name: 'Postpaid', rule: all(rule('line.payment', '=', 'postpaid')) },
      { id: 'in-debt', name: 'In debt', rule: all(rule('account.isInDebt', '=', true)) },
    ],
    clusters: [
      { id: 'low-credit', name: 'Low credit', priority: 10, trigger: 'low-credit', home: 'home-low-credit' },
      { id: 'postpaid', name: 'Postpaid', priority: 20, trigger: 'postpaid', home: 'home-postpaid' },
      { id: 'everyone', name: 'Everyone', priority: 90, home: 'home-everyone' },
    ],
    surfaces: [
      surface('home-low-credit', ['credit', 'welcome']),
      surface('home-postpaid', ['latest-bill', 'counters', 'debt', 'my-lines', 'welcome']),
      surface('home-everyone', ['credit', 'counters', 'my-lines', 'recharge', 'big-data', 'welcome']),
      surface('summer', ['welcome'], 'landing'),
    ],
    contents: [
      content('credit', 'balance'),
      content('counters', 'usage'),
      { ...content('latest-bill', 'bill'), palette: 'night' },
      content('my-lines', 'lines'),
      content('recharge', 'topUp', { amounts: [500, 1000] }),
      content('big-data', 'offer', { offering: 'OPT-GIGA-20' }),
      { ...content('welcome', 'banner', { headline: { it: 'Benvenuto', en: 'Welcome' } }), palette: 'night' },
      { ...content('debt', 'alert', { subject: 'plain', headline: { it: 'Paga', en: 'Pay' } }), trigger: 'in-debt' },
    ],
    media: [],
    policies: {},
    targets: [],
    menus: [],
    guides: [],
    ...changes,
  }
}

export function content(id: string, kind: string, fields: Content['fields'] = {}): Content {
  return { id, kind, schemaVersion: 1, name: id, tone: 'neutral', fields }
}

export function surface(id: string, contents: readonly string[], type: Surface['type'] = 'home'): Surface {
  const placements = contents.map(placement)
  return { id, type, name: id, title: { it: id, en: id }, palette: 'day', sections: [{ id: `${id}-main`, scroll: 'grid', placements }] }
}

export function placement(content: string): Placement {
  const span = { columns: 4, rows: 1 }
  return { content, compact: span, medium: span, expanded: span }
}

export function rule(field: string, operator: Rule['operator'], value: Rule['value']): Rule {
  return { field, operator, value }
}

export function all(...rules: RuleGroup['rules']): RuleGroup {
  return { combinator: 'and', rules }
}

function palette(id: string, hex: string): Palette {
  const tokens = Object.fromEntries(colorTokens.map((token) => [token, hex]))
  return { id, name: id, schemes: Object.fromEntries(colorSchemes.map((scheme) => [scheme, tokens])) } as Palette
}
