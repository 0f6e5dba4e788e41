import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Icon, Words } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { CallBackDialog } from '../call-back/call-back-dialog.tsx'
import { useFormFactor, useIsOnline } from '../device.ts'
import { navigate } from '../ui/navigation.ts'
import { Page } from '../ui/page.tsx'
import { NotFoundPage, StateCard } from '../ui/state-page.tsx'
import { askMenu, type MenuOption, type MenuScreen } from './menu.ts'

type MenuPageProps = { /** Of the screen; absent for the first. */ node: string | undefined; withToken: WithToken }

/** The voice menu as screens: the same choices in the same words and order, with the keys of the telephone beside them. */
export function MenuPage({ node, withToken }: MenuPageProps) {
  const { locale } = useApp()
  const texts = useMessages()
  const formFactor = useFormFactor()
  const isOnline = useIsOnline()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<MenuOption>()
  const menu = useQuery({
    queryKey: ['menu', node ?? null, locale],
    queryFn: async ({ signal }) => (await withToken((accessToken) => askMenu(node, { accessToken, locale, formFactor }, signal))) ?? null,
    staleTime: 60_000,
  })
  const page = menu.data
  // Another screen begins at its beginning, also for those who listen.
  const isHere = Boolean(page) && node !== undefined
  useEffect(() => {
    if (isHere) document.querySelector<HTMLElement>('#content h1')?.focus()
  }, [isHere])
  if (page === null) return <NotFoundPage />

  const back = node === undefined ? { label: texts.home, path: '/' } : { label: texts.back, path: above(queryClient, node) }
  return (
    <Page title={page && <Words text={page.title} locale={locale} />} back={back} isBusy={menu.isPending}>
      {page && (
        <>
          {node === undefined && <p className="menu-lead">{texts.menuLead}</p>}
          <ol className="menu-options">
            {page.options.map((option) => (
              <li key={option.key}>
                <Option option={option} onCallBack={() => setAsked(option)} />
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="visually-hidden" role="status">
        {menu.isPending ? texts.menuLoading : ''}
      </p>
      {menu.isError && (
        <StateCard
          icon={isOnline ? 'warning' : 'offline'}
          title={isOnline ? texts.menuErrorTitle : texts.offlineTitle}
          body={isOnline ? texts.menuErrorBody : texts.menuOfflineBody}
          action={{ label: texts.retry, run: () => void menu.refetch(), isBusy: menu.isFetching }}
        />
      )}
      {asked && (
        <CallBackDialog about={asked.text.value} draft={`menu.${asked.key}`} withToken={withToken} onClose={() => setAsked(undefined)} />
      )}
    </Page>
  )
}

/** The screen that led here, as far as it has been seen; else the first. */
function above(queryClient: QueryClient, node: string): string {
  const seen = queryClient.getQueriesData<MenuScreen | null>({ queryKey: ['menu'] })
  const [key] = seen.find(([, page]) => page?.options.some((option) => option.node === node)) ?? []
  return typeof key?.[1] === 'string' ? `/menu/${key[1]}` : '/menu'
}

function Option({ option, onCallBack }: { option: MenuOption; onCallBack: () => void }) {
  const { locale } = useApp()
  const texts = useMessages()
  const { key, text, node, place, callBack } = option
  const path = node ? `/menu/${node}` : place?.webPath
  const face: ReactNode = (
    <>
      <kbd className="menu-key" aria-label={texts.menuKey(key)}>
        {key}
      </kbd>
      <span className="menu-text">
        <Words text={text} locale={locale} />
      </span>
      <Icon name={callBack ? 'voice' : 'chevron'} className={callBack ? '' : 'icon-directed'} />
    </>
  )
  if (path !== undefined) {
    return (
      <a
        className="menu-option"
        href={path}
        onClick={(event) => {
          event.preventDefault()
          navigate(path)
        }}
      >
        {face}
      </a>
    )
  }
  return (
    <button type="button" className="menu-option" aria-haspopup="dialog" onClick={onCallBack}>
      {face}
    </button>
  )
}
