import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import type { KnownCustomer } from '../customer/use-customer.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import type { Line } from '../types.ts'
import { FailedLine, Loading } from '../ui/states.tsx'
import { DeviceSwitches } from './device-switches.tsx'
import { usualDevice } from './device.ts'
import { messages } from './messages.ts'
import { Stage } from './stage.tsx'
import { useSeen, useWhy } from './use-seen.ts'
import { WhyDialog, type Asked } from './why-dialog.tsx'
import { AbsentTiles, GroupLine } from './why-lines.tsx'

/** The middle pane: his app as he sees it, on the device he holds, and why each part of it is there. */
export function SeenPane({ customer, line }: { customer: KnownCustomer; line: Line | undefined }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const [device, setDevice] = useState(usualDevice)
  const [surface, setSurface] = useState('home')
  const [asked, setAsked] = useState<Asked>()
  const [isWide, setIsWide] = useState(false)
  const page = { id: customer.id, line: line?.id, surface, device }
  const seen = useSeen(page)
  const why = useWhy(page)
  const canWiden = device.formFactor !== 'compact'
  const isChanging = seen.isPlaceholderData || seen.isPending
  return (
    <section className="seen desk-panel" data-wide={(isWide && canWiden) || undefined} aria-labelledby="seen-title">
      <div className="desk-panel-head">
        <h2 id="seen-title">{texts.title}</h2>
        <p className="desk-muted seen-lead">{texts.lead}</p>
        {/* Only where there is more room to be had, and for pages that have been made smaller. */}
        {canWiden && (
          <button type="button" className="seen-why seen-widen" aria-pressed={isWide} onClick={() => setIsWide(!isWide)}>
            {texts.wide}
          </button>
        )}
        <button
          type="button"
          className="icon-button desk-refresh"
          aria-label={texts.refresh}
          aria-busy={seen.isFetching || undefined}
          onClick={() => void Promise.all([seen.refetch(), why.refetch()])}
        >
          <Icon name="refresh" className={seen.isFetching ? 'icon-turning' : ''} />
        </button>
      </div>
      <DeviceSwitches device={device} onDevice={setDevice} pages={customer.pages} surface={surface} onSurface={setSurface} />
      {device.platform !== 'web' && <p className="desk-muted">{texts.nativeNote}</p>}
      {why.data && <GroupLine why={why.data} onAsk={setAsked} />}
      {why.isError && (
        <FailedLine locale={locale} retry={() => void why.refetch()}>
          {texts.whyFailed}
        </FailedLine>
      )}
      <p className="visually-hidden" role="status">
        {isChanging && texts.changing}
      </p>
      {stage()}
      {why.data && <AbsentTiles why={why.data} onAsk={setAsked} />}
      {asked && <WhyDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )

  function stage() {
    if (seen.isPending) return <Loading locale={locale} lines={6} />
    if (seen.isError)
      return (
        <FailedLine locale={locale} retry={() => void seen.refetch()}>
          {texts.failed}
        </FailedLine>
      )
    const reasons = new Map(why.data?.tiles.map((reason) => [reason.contentId, reason]))
    return (
      <Stage
        mosaic={seen.data}
        formFactor={device.formFactor}
        customerLocale={customer.locale}
        isChanging={isChanging}
        reasons={reasons}
        onAsk={setAsked}
      />
    )
  }
}
