import { Type, type Static } from 'typebox'
import { PolicyChanges, methodNames } from '../bss/index.ts'
import { RuleGroup } from '../rules/types.ts'
import { LocalizedText, locales, type Locale } from '../text.ts'
import { Id, Moment, strict } from './basics.ts'
import { BrandCare, Guide, Menu, Target } from './care.ts'

/** The version of the published format. A reader refuses a number it does not know. */
export const formatVersion = 1

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'a SHA-256 in 64 hexadecimal digits' })
// A union over a mapped list has no static type of its own (TypeBox infers it from tuples only), so it is named.
const LocaleName = Type.Unsafe<Locale>(Type.Union(locales.map((locale) => Type.Literal(locale))))

export const colorTokens = [
  'background', 'surface', 'onSurface', 'onSurfaceMuted', 'outline', 'primary', 'onPrimary', 'accent', 'onAccent',
  'positive', 'onPositive', 'warning', 'onWarning', 'critical', 'onCritical',
] as const // prettier-ignore
export type ColorTokenName = (typeof colorTokens)[number]
export const colorSchemes = ['light', 'dark', 'lightHighContrast', 'darkHighContrast'] as const
export type ColorScheme = (typeof colorSchemes)[number]
const Hex = Type.String({ pattern: '^#[0-9a-f]{6}$', description: 'a colour, such as #1a2b3c' })
const Tokens = Type.Object(Object.fromEntries(colorTokens.map((name) => [name, Hex])) as Record<ColorTokenName, typeof Hex>, strict)

export const clientPlatforms = ['web', 'ios', 'android'] as const
export type ClientPlatform = (typeof clientPlatforms)[number]
/** The version an app says it is: whatever looks otherwise is none. */
export const clientVersionPattern = '^\\d{1,6}(\\.\\d{1,6}){0,3}$'
const ClientVersion = Type.String({ pattern: clientVersionPattern, description: 'a version, such as 1.5.0' })

/**
 * Turns a widget kind off in apps that draw it wrongly: on one platform, from a version (inclusive) until another (exclusive). Without either it holds for all of them, also
 * for an app that does not say which version it is.
 */
export const KillSwitch = Type.Object(
  {
    kind: Type.String({ pattern: '^[a-z][a-zA-Z]*$', description: 'the name of a widget kind, in letters' }),
    platform: Type.Unsafe<ClientPlatform>(Type.Union(clientPlatforms.map((platform) => Type.Literal(platform)))),
    from: Type.Optional(ClientVersion),
    until: Type.Optional(ClientVersion),
  },
  strict,
)
export type KillSwitch = Static<typeof KillSwitch>

export const Brand = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    locales: Type.Array(LocaleName, { minItems: 1 }),
    defaultLocale: LocaleName,
    timeZone: Type.String(),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'an ISO 4217 currency, such as EUR' }),
    logo: Type.Optional(Id),
    killSwitches: Type.Optional(Type.Array(KillSwitch)),
    care: Type.Optional(BrandCare),
  },
  strict,
)
export type Brand = Static<typeof Brand>

export const Palette = Type.Object(
  {
    id: Id,
    name: Type.String(),
    schemes: Type.Object(Object.fromEntries(colorSchemes.map((name) => [name, Tokens])) as Record<ColorScheme, typeof Tokens>, strict),
  },
  strict,
)
export type Palette = Static<typeof Palette>

export const Trigger = Type.Object({ id: Id, name: Type.String(), rule: RuleGroup }, strict)
export type Trigger = Omit<Static<typeof Trigger>, 'rule'> & { rule: RuleGroup }

/** Lower priority number is asked first. A cluster without a trigger takes everybody. */
export const Cluster = Type.Object({ id: Id, name: Type.String(), priority: Type.Integer(), trigger: Type.Optional(Id), home: Id }, strict)
export type Cluster = Static<typeof Cluster>

export const tones = ['neutral', 'primary', 'accent', 'positive', 'warning', 'critical'] as const
export type Tone = (typeof tones)[number]

/** What a tap does, as authored: opens a place of the app, or the web where the app is missing. */
export const LinkAction = Type.Object(
  {
    label: LocalizedText,
    deepLink: Type.String({ pattern: '^[a-z][a-z0-9+.-]*://', description: 'a link into the app, such as mosaic://bills' }),
    webUrl: Type.String({ pattern: '^(https?://|/)', description: 'an https:// address or a path that begins with /' }),
    minAppVersion: Type.Optional(Type.String({ pattern: '^\\d+(\\.\\d+){0,2}$', description: 'a version, such as 5.2.0' })),
  },
  strict,
)
export type LinkAction = Static<typeof LinkAction>

export const Content = Type.Object(
  {
    id: Id,
    kind: Type.String({ pattern: '^[a-z][a-zA-Z]*$', description: 'the name of a widget kind, in letters' }),
    schemaVersion: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    tone: Type.Unsafe<Tone>(Type.Union(tones.map((tone) => Type.Literal(tone)))),
    /** Colours of its own; without: those of the surface it stands on. */
    palette: Type.Optional(Id),
    trigger: Type.Optional(Id),
    validFrom: Type.Optional(Moment),
    validUntil: Type.Optional(Moment),
    action: Type.Optional(LinkAction),
    /** What is the kind's own: checked against the kind's definition. */
    fields: Type.Record(Type.String(), Type.Unknown()),
  },
  strict,
)
export type Content = Static<typeof Content>

export const formFactors = ['compact', 'medium', 'expanded'] as const
export type FormFactor = (typeof formFactors)[number]
/** The grid of each form factor: how many columns a row has. */
export const gridColumns: Record<FormFactor, number> = { compact: 4, medium: 8, expanded: 12 }

const Span = Type.Object(
  {
    columns: Type.Integer({ minimum: 1, maximum: 12 }),
    rows: Type.Integer({ minimum: 1, maximum: 6 }),
    order: Type.Optional(Type.Integer()),
  },
  strict,
)
export const Placement = Type.Object({ content: Id, compact: Span, medium: Span, expanded: Span }, strict)
export type Placement = Static<typeof Placement>

export const Section = Type.Object(
  {
    id: Id,
    title: Type.Optional(LocalizedText),
    scroll: Type.Union([Type.Literal('grid'), Type.Literal('carousel')]),
    placements: Type.Array(Placement),
  },
  strict,
)
export type Section = Static<typeof Section>

/** A place that holds widgets. */
export const Surface = Type.Object(
  {
    id: Id,
    type: Type.Union([Type.Literal('home'), Type.Literal('landing')]),
    name: Type.String(),
    title: LocalizedText,
    palette: Id,
    sections: Type.Array(Section),
    /** An editor's knowing decision that commerce may stand above care here. */
    commerceFirst: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type Surface = Static<typeof Surface>

const ImageFile = Type.String({
  pattern: '^[0-9a-f]{64}\\.(webp|png|jpg|svg)$',
  description: 'the SHA-256 of the image and its ending, .webp, .png, .jpg or .svg',
})

/** The shapes in which kinds draw images: a small square, a picture above or beside words, a band across a wide page. */
export const cropRatios = ['1:1', '16:9', '3:1'] as const
export type CropRatio = (typeof cropRatios)[number]

/** A part of an image, cut around its focal point. */
export const Crop = Type.Object(
  {
    ratio: Type.Unsafe<CropRatio>(Type.Union(cropRatios.map((ratio) => Type.Literal(ratio)))),
    file: ImageFile,
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
  },
  strict,
)
export type Crop = Static<typeof Crop>

/** An image, stored by the hash of its bytes in `published/<brand>/media/`. Focal point in 0..1 from the top left. */
export const Media = Type.Object(
  {
    id: Id,
    file: ImageFile,
    mime: Type.String(),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    focalX: Type.Number({ minimum: 0, maximum: 1 }),
    focalY: Type.Number({ minimum: 0, maximum: 1 }),
    alt: LocalizedText,
    /** At most one a ratio. Where there is none of it the whole image does. */
    crops: Type.Optional(Type.Array(Crop)),
  },
  strict,
)
export type Media = Static<typeof Media>

export const Policies = Type.Object(Object.fromEntries(methodNames.map((name) => [name, Type.Optional(PolicyChanges)])), strict)
export type Policies = Partial<Record<(typeof methodNames)[number], PolicyChanges>>

/** The files of a release, and the shape of each. */
export const releaseFiles = {
  'brand.json': Brand,
  'palettes.json': Type.Array(Palette),
  'triggers.json': Type.Array(Trigger),
  'clusters.json': Type.Array(Cluster),
  'surfaces.json': Type.Array(Surface),
  'contents.json': Type.Array(Content),
  'media.json': Type.Array(Media),
  'policies.json': Policies,
  'targets.json': Type.Array(Target),
  'menus.json': Type.Array(Menu),
  'guides.json': Type.Array(Guide),
} as const
export type ReleaseFileName = keyof typeof releaseFiles
/** Files that releases of before do not have: there they are empty lists. */
export const laterFiles: ReadonlySet<string> = new Set<ReleaseFileName>(['targets.json', 'menus.json', 'guides.json'])

const ManifestFile = Type.Object({ path: Type.String(), sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) }, strict)

/** `releases/<number>/manifest.json`: signed (Ed25519, base64) by `manifest.sig` beside it. */
export const Manifest = Type.Object(
  {
    format: Type.Literal(formatVersion),
    brand: Id,
    number: Type.Integer({ minimum: 1 }),
    createdAt: Moment,
    createdBy: Type.String(),
    note: Type.String(),
    files: Type.Array(ManifestFile),
    /** Names of files in the brand's `media/` folder, which all releases share. */
    media: Type.Array(ManifestFile),
  },
  strict,
)
export type Manifest = Static<typeof Manifest>

/** `current.json`: the one file that is ever replaced. */
export const Current = Type.Object(
  {
    format: Type.Literal(formatVersion),
    brand: Id,
    number: Type.Integer({ minimum: 1 }),
    manifestSha256: Sha256,
    switchedAt: Moment,
    switchedBy: Type.String(),
  },
  strict,
)
export type Current = Static<typeof Current>

/** Everything published for a brand, as one value. */
export type ReleaseBody = {
  brand: Brand
  palettes: Palette[]
  triggers: Trigger[]
  clusters: Cluster[]
  surfaces: Surface[]
  contents: Content[]
  media: Media[]
  policies: Policies
  targets: Target[]
  menus: Menu[]
  guides: Guide[]
}
export type Release = ReleaseBody & { manifest: Manifest }

/** One thing wrong with a release: the file, the JSON pointer inside it, and what to do. */
export type ReleaseIssue = { code: string; file: string; path: string; expected: string; got: string; fix: string }
