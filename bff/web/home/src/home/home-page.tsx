import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { WidgetView } from '@mosaic/widgets'
import { Icon, Tile } from '@mosaic/widgets/tile'
import { views } from '@mosaic/widgets/views'
import { ConfirmDialog } from '../actions/confirm-dialog.tsx'
import { useActions } from '../actions/use-actions.ts'
import { serverCodeOf } from '../api/client.ts'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { CallBackStrip } from '../call-back/call-back-strip.tsx'
import { useFormFactor, useIsOnline, useNow } from '../device.ts'
import { PendingStrip } from '../hand-over/pending-strip.tsx'
import { useArrival } from '../hand-over/use-arrival.ts'
import { SimSecretsDialog } from '../secrets/sim-secrets-dialog.tsx'
import { Avatar, SettingsDialog } from '../settings/settings-dialog.tsx'
import { tileColors } from '../theme/theme.ts'
import { Brand } from '../ui/brand.tsx'
import { Notices, useNotice } from '../ui/notices.tsx'
import { navigate } from '../ui/navigation.ts'
import { NotFoundPage, StateCard } from '../ui/state-page.tsx'
import { chooseLine, useChosenLine } from './chosen-line.ts'
import { LineSwitcher } from './line-switcher.tsx'
import { MosaicView } from './mosaic-view.tsx'
import { PullIndicator, usePullToRefresh } from './pull-to-refresh.tsx'
import { Skeleton, loadShape, saveShape, shapeOf } from './skeleton.tsx'
import { StatusBanner } from './status-banner.tsx'
import { useHome } from './use-home.ts'

type HomePageProps = { /** `home`, or the id of a landing page. */ surface: string; withToken: WithToken; onSignOut: () => Promise<void> }

/** The home, or a landing page: one question asked, the answer drawn, and asked again whenever the customer looks. */
export function HomePage({ surface, withToken, onSignOut }: HomePageProps) {
  const { config, locale, scheme, setTheme } = useApp()
  const texts = useMessages()
  const formFactor = useFormFactor()
  const now = useNow()
  const isOnline = useIsOnline()
  const line = useChosenLine()
  const [hasSettings, setHasSettings] = useState(false)
  const [secretsOf, setSecretsOf] = useState<string | undefined>()
  const home = useHome({ surface, line, formFactor, locale }, withToken)
  const { notice, say, close } = useNotice()
  const data = home.data?.data
  const actions = useActions(withToken, surface, line ?? data?.mosaic.line ?? undefined, formFactor, say)
  const { refresh, isRefreshing, spoken } = useRefresh(home, texts.updated)
  const pull = usePullToRefresh(refresh)
  useArrival(surface, data)
  useEffect(() => {
    if (!data) return
    setTheme(data.mosaic.theme)
    if (surface !== 'home') return
    const heights = [...document.querySelectorAll<HTMLElement>('#content .cell')].map(({ offsetHeight }) => offsetHeight)
    saveShape(localStorage, formFactor, shapeOf(data.mosaic, formFactor, heights))
  }, [data, formFactor, setTheme, surface])

  const errorCode = serverCodeOf(home.error)
  // The line was ported away, or belongs to whoever was signed in before: back to the default one.
  const isLineGone = errorCode === 'LINE_NOT_FOUND' && line !== undefined
  useLayoutEffect(() => {
    if (isLineGone) chooseLine(undefined)
  }, [isLineGone])

  const selectLine = useCallback((lineId: string) => {
    chooseLine(lineId)
    scrollTo(0, 0)
  }, [])
  const themes = data?.mosaic.themes
  const colors = useMemo(() => tileColors(themes ?? [], scheme), [themes, scheme])
  const shape = useMemo(() => loadShape(localStorage, formFactor), [formFactor])
  // Who the customer is does not change while another line's home is on its way.
  const [me, setMe] = useState(data?.me)
  if (data && data.me !== me) setMe(data.me)

  if (errorCode === 'SURFACE_NOT_FOUND') return <NotFoundPage />
  const renderTile = (widget: WidgetView) => (
    <Tile
      widget={widget}
      views={views}
      colors={colors.get(widget.style?.themeId ?? '')}
      locale={locale}
      now={now}
      runAction={actions.runAction}
      pendingActionId={actions.pendingActionId}
      selectLine={selectLine}
      showSimSecrets={setSecretsOf}
      onRetry={refresh}
      isRetrying={isRefreshing}
    />
  )
  return (
    <div className="app">
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <header className="app-bar">
        <Brand />
        <div className="app-bar-end">
          <button type="button" className="icon-button" aria-label={texts.refresh} aria-busy={isRefreshing || undefined} onClick={refresh}>
            <Icon name="refresh" className={isRefreshing ? 'icon-turning' : ''} />
          </button>
          <button
            type="button"
            className="avatar-button"
            aria-label={texts.appSettings}
            aria-haspopup="dialog"
            onClick={() => setHasSettings(true)}
          >
            {me?.name ? <Avatar name={me.name} /> : <Icon name="settings" />}
          </button>
        </div>
      </header>
      <PullIndicator {...pull} isRefreshing={isRefreshing} />
      <StatusBanner isOnline={isOnline} home={home.data} isUnreachable={home.isError || home.data?.isSaved === true} now={now} />
      <main id="content" className="content" tabIndex={-1} aria-busy={home.isPending || undefined}>
        <p className="visually-hidden" role="status">
          {home.isPending ? texts.loading : spoken}
        </p>
        {surface === 'home' && <PendingStrip />}
        {surface === 'home' && config.care && <CallBackStrip withToken={withToken} say={say} />}
        {data || home.isPending ? (
          <div className="hello">
            {surface !== 'home' && (
              <a
                className="back-link"
                href="/"
                onClick={(event) => {
                  event.preventDefault()
                  navigate('/')
                }}
              >
                <Icon name="chevron" className="icon-directed icon-back" />
                {texts.home}
              </a>
            )}
            <h1>{data ? headingOf(data) : <HelloSkeleton text={texts.home} />}</h1>
            {me && me.lines.length > 0 && (
              <LineSwitcher lines={me.lines} current={line ?? data?.mosaic.line ?? undefined} onSelect={selectLine} />
            )}
          </div>
        ) : null}
        {body()}
      </main>
      {actions.asking && <ConfirmDialog asking={actions.asking} onAccept={actions.accept} onDismiss={actions.dismiss} />}
      {hasSettings && <SettingsDialog name={me?.name} onSignOut={() => void onSignOut()} onClose={() => setHasSettings(false)} />}
      {secretsOf !== undefined && (
        <SimSecretsDialog lineId={secretsOf} withToken={withToken} formFactor={formFactor} onClose={() => setSecretsOf(undefined)} />
      )}
      <Notices notice={notice} onClose={close} />
    </div>
  )

  /** A home greets; a landing page says what it is about. */
  function headingOf({ mosaic, me: { name } }: NonNullable<typeof data>) {
    const heading = (surface === 'home' ? undefined : mosaic.title) ?? mosaic.greeting
    return heading ? <span lang={heading.lang}>{heading.value}</span> : texts.hello(name.split(' ')[0] ?? name)
  }

  function body() {
    if (data) {
      if (data.mosaic.widgets.some((widget) => widget !== null))
        return <MosaicView mosaic={data.mosaic} formFactor={formFactor} renderTile={renderTile} />
      return (
        <StateCard
          icon="check"
          level={2}
          title={texts.emptyTitle}
          body={texts.emptyBody}
          action={{ label: texts.refresh, run: refresh, isBusy: isRefreshing }}
        />
      )
    }
    if (home.isPending) return <Skeleton shape={shape} formFactor={formFactor} />
    const retry = { label: texts.retry, run: refresh, isBusy: isRefreshing }
    if (isOnline) return <StateCard icon="warning" title={texts.errorTitle} body={texts.errorBody} action={retry} />
    return <StateCard icon="offline" title={texts.offlineTitle} body={texts.offlineBody} action={retry} />
  }
}

function HelloSkeleton({ text }: { text: string }) {
  return (
    <>
      <span className="visually-hidden">{text}</span>
      <span className="skeleton-line skeleton-hello" aria-hidden="true" />
    </>
  )
}

/** Refreshing on purpose: says when it is done, and does not start twice. Refreshes the app starts itself stay silent. */
function useRefresh(home: ReturnType<typeof useHome>, doneText: string) {
  const [isRefreshing, setIsRefreshing] = useState(false)
  const [spoken, setSpoken] = useState('')
  const { refetch } = home
  const refresh = useCallback(() => {
    setIsRefreshing(true)
    setSpoken('')
    void refetch({ cancelRefetch: false }).then((result) => {
      setIsRefreshing(false)
      if (result.isSuccess) setSpoken(doneText)
    })
  }, [doneText, refetch])
  return { refresh, isRefreshing, spoken }
}
