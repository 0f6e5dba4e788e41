'use client'
import { formFactors, type FormFactor } from '@mosaic/schemas/release'
import { useState } from 'react'
import { useWords } from '../words/language.ts'
import { layoutWords } from '../words/layout-words.ts'
import './layout.css'
import { commerceAboveCare, placedContents, readLayout } from './model.ts'
import { SectionCanvas } from './section-canvas.tsx'
import { useContents } from './use-contents.ts'
import { useEditing } from './use-editing.ts'

/** The page as it will stand on each device: tiles are dragged and pulled, by mouse, finger or keyboard. */
export function LayoutField() {
  const { language } = useWords()
  const words = layoutWords[language]
  const [device, setDevice] = useState<FormFactor>('compact')
  const [said, setSaid] = useState('')
  const editing = useEditing()
  const { contents, hasFailed } = useContents(placedContents(editing.fields))
  const sections = readLayout(editing.fields, device, contents)
  const misplaced = editing.fields['commerceFirst']?.value === true ? undefined : commerceAboveCare(sections)

  return (
    <section className="mosaic-layout" aria-label={words.title}>
      <header className="mosaic-layout__head">
        <h3>{words.title}</h3>
        <div className="mosaic-layout__devices" role="group" aria-label={words.device}>
          {formFactors.map((name) => (
            <button key={name} type="button" aria-pressed={name === device} onClick={() => setDevice(name)}>
              {words.devices[name]}
            </button>
          ))}
        </div>
        <div className="mosaic-layout__steps">
          <button type="button" disabled={editing.steps.done === 0} title={words.steps(editing.steps.done)} onClick={editing.undo}>
            {words.undo}
          </button>
          <button type="button" disabled={editing.steps.undone === 0} title={words.steps(editing.steps.undone)} onClick={editing.redo}>
            {words.redo}
          </button>
        </div>
      </header>
      <p className="mosaic-quiet">{sections.length === 0 ? words.empty : words.intro}</p>
      {hasFailed && <p role="alert">{words.failed}</p>}
      {misplaced && (
        <p className="mosaic-layout__warning">
          {words.commerceAboveCare(misplaced.offer.facts?.name ?? '', misplaced.care.facts?.name ?? '')}
        </p>
      )}
      <div className="mosaic-layout__page" data-device={device}>
        {sections.map((section, index) => (
          <SectionCanvas key={section.id} {...{ section, index, device, editing, words }} say={setSaid} />
        ))}
      </div>
      <p className="mosaic-layout__said" aria-live="polite">
        {said}
      </p>
    </section>
  )
}
