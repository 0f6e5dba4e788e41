import { isSafeWebUrl } from '../actions.ts'
import type { BannerView, Face, ImageView, LeaveOut, PresentInput } from '../definition.ts'
import { plainTextOf, readRichText, type RichBlock, type RichRun } from '../rich-text.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type EditorialRun = RichRun
export type EditorialItem = { runs: EditorialRun[] }
export type EditorialBlock = { type: RichBlock['type']; runs: EditorialRun[]; items: EditorialItem[] }
export type EditorialPayload = {
  headline: TextView
  lang: string
  blocks: EditorialBlock[]
  image?: ImageView | undefined
  video?: ActionView | undefined
  readMinutesText: string
}

type Input = PresentInput<typeof fields, never>

const wordsPerMinute = 200

export function present(input: Input): Face<EditorialPayload> | LeaveOut {
  const { fields: own, format, text, media, action } = input
  const headline = text(own.headline)
  const written = text(own.text)
  const blocks = readRichText(written?.value ?? '').map(withSafeLinks)
  if (!headline || !written || blocks.length === 0) return { leaveOut: 'NO_TEXT' }

  const image = media(own.image)
  const video = videoAction(input)
  const lead = blocks.find(({ type }) => type === 'paragraph') ?? blocks[0]
  const summary = lead && plainTextOf(lead)
  const actions = [action, video].filter((one) => one !== undefined)
  const banner: BannerView = {
    headline,
    body: summary ? { value: summary, lang: written.lang } : undefined,
    image,
    overlay: 'none',
    actions,
  }
  return {
    title: headline,
    payload: { headline, lang: written.lang, blocks, image, video, readMinutesText: readMinutesText(written.value, format.locale) },
    summary,
    banner,
    accessibility: { label: spoken(headline.value, summary), role: 'article', liveRegion: false },
  }
}

/** The publisher refuses links that are not safe; this is the second lock: the words stay, the link goes. */
function withSafeLinks({ type, runs, items }: RichBlock): EditorialBlock {
  return { type, runs: runs.map(safeRun), items: items.map((item) => ({ runs: item.runs.map(safeRun) })) }
}

function safeRun({ href, ...run }: RichRun): EditorialRun {
  return href !== undefined && isSafeWebUrl(href) ? { ...run, href } : run
}

function videoAction({ content, fields: { videoUrl }, format }: Input): ActionView | undefined {
  if (videoUrl === undefined || !isSafeWebUrl(videoUrl)) return undefined
  return {
    __typename: 'OpenLink',
    id: `${content.id}:video`,
    label: sayText(format.locale, { it: 'Guarda il video', en: 'Watch the video' }),
    deepLink: videoUrl,
    webUrl: videoUrl,
  }
}

function readMinutesText(text: string, locale: Input['format']['locale']): string {
  const minutes = Math.max(1, Math.round(text.split(/\s+/).length / wordsPerMinute))
  return say(locale, {
    it: minutes === 1 ? '1 minuto di lettura' : `${minutes} minuti di lettura`,
    en: minutes === 1 ? '1 minute to read' : `${minutes} minutes to read`,
  })
}
