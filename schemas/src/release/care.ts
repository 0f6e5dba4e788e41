import { Type, type Static } from 'typebox'
import { LocalizedText } from '../text.ts'
import { Id, strict } from './basics.ts'

/* What editors write for those who help customers: places to send them to, the voice menu as screens, guides, and when somebody calls back. */

/** What a target opens. One literal union and optional fields, because a union of objects cannot be said in words by `checkShape`. */
export const targetKinds = ['surface', 'widget', 'bill', 'option', 'payment', 'step'] as const
export type TargetKind = (typeof targetKinds)[number]

/** A place of the app that somebody can be sent to. `checkReferences` knows which fields each kind wants. */
export const Target = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    opens: Type.Unsafe<TargetKind>(Type.Union(targetKinds.map((kind) => Type.Literal(kind)))),
    /** surface, widget, bill, option, payment: the page. */
    surface: Type.Optional(Id),
    /** widget, bill, option, payment: the content that is brought into view. */
    content: Type.Optional(Id),
    /** step: the guide, and the step of it to begin at. */
    guide: Type.Optional(Id),
    step: Type.Optional(Id),
    /** What it is called, for agent and customer. */
    title: LocalizedText,
    /** The SMS, with {link} and {code} once each: one segment when it is sent. */
    sms: LocalizedText,
    /** What customers say when they need it: "fattura alta". */
    words: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { maxItems: 40 }),
    /** For whom it leads somewhere; without it for everybody. */
    trigger: Type.Optional(Id),
    /** How long its link lives. During a call 10 to 15; up to a day for what is sent after it. */
    minutes: Type.Optional(Type.Integer({ minimum: 10, maximum: 1_440 })),
  },
  strict,
)
export type Target = Static<typeof Target>

const MenuOption = Type.Object(
  {
    key: Type.String({ pattern: '^[0-9*#]$', description: 'a key of the telephone' }),
    text: LocalizedText,
    /** Exactly one of these: another node of this menu, a target, or to be called back. */
    node: Type.Optional(Id),
    target: Type.Optional(Id),
    callBack: Type.Optional(Type.Literal(true)),
  },
  strict,
)

/** The voice menu of one number, as screens: nodes by id, the first is where a call begins. */
export const Menu = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    /** The numbers that lead to it, as dialled: +39800399100. */
    numbers: Type.Array(Type.String({ pattern: '^\\+[1-9]\\d{4,14}$', description: 'a number with its prefix, such as +39800399100' })),
    nodes: Type.Array(
      Type.Object({ id: Id, title: LocalizedText, options: Type.Array(MenuOption, { minItems: 1, maxItems: 12 }) }, strict),
      {
        minItems: 1,
      },
    ),
  },
  strict,
)
export type Menu = Static<typeof Menu>

export const stepKinds = ['question', 'check', 'outcome'] as const
export type StepKind = (typeof stepKinds)[number]
export const outcomeKinds = ['solved', 'action', 'callBack', 'ticket'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** One step: a question with answers, a check with three ways on, or an end. */
export const GuideStep = Type.Object(
  {
    id: Id,
    kind: Type.Unsafe<StepKind>(Type.Union(stepKinds.map((kind) => Type.Literal(kind)))),
    /** The question, what is being checked, or what the end says. */
    title: LocalizedText,
    text: Type.Optional(LocalizedText),
    image: Type.Optional(Id),
    /** question. */
    answers: Type.Optional(Type.Array(Type.Object({ id: Id, text: LocalizedText, to: Id }, strict), { minItems: 1, maxItems: 8 })),
    /** check: a trigger, asked about this customer now. What is not known has a way of its own. */
    trigger: Type.Optional(Id),
    whenTrue: Type.Optional(Id),
    whenFalse: Type.Optional(Id),
    whenUnknown: Type.Optional(Id),
    /** outcome. `target`: where an action is done. */
    outcome: Type.Optional(Type.Unsafe<OutcomeKind>(Type.Union(outcomeKinds.map((kind) => Type.Literal(kind))))),
    target: Type.Optional(Id),
  },
  strict,
)
export type GuideStep = Static<typeof GuideStep>

/** Troubleshooting as a tree of steps; the first is where it begins. */
export const Guide = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    title: LocalizedText,
    words: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { maxItems: 40 }),
    steps: Type.Array(GuideStep, { minItems: 1, maxItems: 100 }),
  },
  strict,
)
export type Guide = Static<typeof Guide>

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'a time of day, such as 08:30' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a date, such as 2026-12-25' })

/** How a brand's care is reached and reaches its customers: a part of `brand.json`, absent where there is no care desk. */
export const BrandCare = Type.Object(
  {
    /** The sender of SMS, as registered with AGCOM. */
    smsSender: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9 ]{1,9}[A-Za-z0-9]$',
      description: 'a sender of 3 to 11 letters, digits and spaces',
    }),
    /** Where links of this brand lead; without it where the BFF is reached (LINK_ORIGIN). */
    linkOrigin: Type.Optional(
      Type.String({ pattern: '^https://[a-z0-9.-]+$', description: 'an origin, such as https://app.aurora.example' }),
    ),
    /** Call-backs: when, how long one slot is, and how many at a time. Monday is 1. */
    slotMinutes: Type.Union([Type.Literal(15), Type.Literal(30), Type.Literal(60)]),
    hours: Type.Array(
      Type.Object(
        { day: Type.Integer({ minimum: 1, maximum: 7 }), from: Clock, until: Clock, capacity: Type.Integer({ minimum: 1, maximum: 500 }) },
        strict,
      ),
      { maxItems: 40 },
    ),
    holidays: Type.Array(Day, { maxItems: 100 }),
    /** Universal links and app links: see /.well-known. */
    iosAppIds: Type.Array(
      Type.String({ pattern: '^[A-Z0-9]{10}\\.[A-Za-z0-9.-]+$', description: 'a team and a bundle, such as ABCDE12345.it.aurora.app' }),
    ),
    androidApps: Type.Array(
      Type.Object(
        {
          package: Type.String({ pattern: '^[a-zA-Z][\\w]*(\\.[a-zA-Z][\\w]*)+$', description: 'a package, such as it.aurora.app' }),
          fingerprints: Type.Array(
            Type.String({ pattern: '^([0-9A-F]{2}:){31}[0-9A-F]{2}$', description: 'a SHA-256 fingerprint with colons' }),
            {
              minItems: 1,
            },
          ),
        },
        strict,
      ),
    ),
    stores: Type.Object({ ios: Type.Optional(Type.String()), android: Type.Optional(Type.String()) }, strict),
  },
  strict,
)
export type BrandCare = Static<typeof BrandCare>
