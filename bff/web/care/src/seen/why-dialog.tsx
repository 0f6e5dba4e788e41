import { Icon } from '@mosaic/widgets/tile'
import { Dialog } from '../../../home/src/ui/dialog.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { momentText } from '../ui/format.ts'
import { messages } from './messages.ts'
import { RuleTreeView } from './rule-tree.tsx'
import type { ClusterReason, TileReason, Why } from './types.ts'

/** What the agent wants to know the reason of. */
export type Asked = { kind: 'tile'; title: string; reason: TileReason } | { kind: 'group'; why: Why }

/** Why something is there, or is not: one sentence, then the rule with what each part of it came to. */
export function WhyDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const texts = useTexts(messages)
  return (
    <Dialog title={asked.kind === 'tile' ? asked.title : texts.whyGroup} onClose={onClose} hasClose className="why-dialog">
      {asked.kind === 'tile' ? <TileWhy reason={asked.reason} /> : <GroupWhy why={asked.why} />}
    </Dialog>
  )
}

function TileWhy({ reason }: { reason: TileReason }) {
  const texts = useTexts(messages)
  const validity = useValidity(reason)
  return (
    <>
      <Sentence words={texts.because} reason={reason} />
      {validity && <p className="why-validity">{validity}</p>}
      <RuleTreeView rule={reason.rule} />
      <p className="desk-muted">
        {texts.content}: {reason.name}
      </p>
    </>
  )
}

function GroupWhy({ why: { cluster, passedOver } }: { why: Why }) {
  const texts = useTexts(messages)
  return (
    <>
      <p className="why-group-name">{cluster.name}</p>
      <Sentence words={texts.becauseCluster} reason={cluster} />
      <RuleTreeView rule={cluster.rule} />
      <p className="desk-muted">{texts.passedOver(passedOver.length)}</p>
      {passedOver.length > 0 && (
        <ol className="why-passed">
          {passedOver.map((reason) => (
            <li key={reason.id}>
              <details>
                <summary>{reason.name}</summary>
                <Sentence words={texts.becauseCluster} reason={reason} />
                <RuleTreeView rule={reason.rule} />
              </details>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** The reason in words; what this build has no words for is said by the rule alone. */
function Sentence({
  words,
  reason: { because, sentence },
}: {
  words: Readonly<Record<string, string>>
  reason: ClusterReason | TileReason
}) {
  const word = words[because]
  const isThere = because === 'always' || because === 'trigger'
  return (
    <p className="why-sentence">
      <Icon name={isThere ? 'check' : because === 'unknown' ? 'help' : 'info'} />
      <span>
        {word} {sentence && <strong>{sentence}.</strong>}
      </span>
    </p>
  )
}

function useValidity({ validFrom, validUntil }: TileReason): string | undefined {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  if (validFrom && validUntil) return texts.between(momentText(validFrom, locale), momentText(validUntil, locale))
  if (validFrom) return texts.from(momentText(validFrom, locale))
  return validUntil ? texts.until(momentText(validUntil, locale)) : undefined
}
