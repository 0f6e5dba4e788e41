import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { hasRole } from '../../access/roles.ts'
import { mayRollBack } from '../../access/may-publish.ts'
import { publishableBrands, releaseState } from '../../publishing/release-state.ts'
import { wordsFor } from '../words/words.ts'
import { PublishView } from './publish-view.tsx'

/** The page on which a release is looked over, published, and taken back. */
export async function PublishPage({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, visibleEntities, permissions } = initPageResult
  const words = wordsFor(req.i18n.language)
  const brands = await publishableBrands(req.payload)
  const wanted = typeof searchParams?.brand === 'string' && brands.includes(searchParams.brand) ? searchParams.brand : brands[0]
  const state = wanted === undefined ? undefined : await releaseState(req.payload, wanted)
  const rights = {
    publish: hasRole(req.user, 'publisher')
      ? ('all' as const)
      : hasRole(req.user, 'operations')
        ? ('policies' as const)
        : ('none' as const),
    rollBack: mayRollBack(req.user),
  }
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: words.publish }]} />
      <Gutter className="mosaic-publish">
        {state ? <PublishView key={state.brand.id} initial={state} brands={brands} rights={rights} /> : <p>{words.nothingLive}</p>}
      </Gutter>
    </DefaultTemplate>
  )
}
