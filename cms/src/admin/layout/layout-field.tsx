'use client'
import { useLocale } from '@payloadcms/ui'
import { formFactors, type FormFactor } from '@mosaic/schemas/release'
import { useRef, useState } from 'react'
import { useWords } from '../words/language.ts'
import { layoutWords } from '../words/layout-words.ts'
import { CareWarnings } from './care-warnings.tsx'
import { pageStyle, useScale } from './device-page.ts'
import './layout.css'
import { placedContents, readLayout } from './model.ts'
import { SectionCanvas } from './section-canvas.tsx'
import { useContents } from './use-contents.ts'
import { useDragging } from './use-dragging.ts'
import { useEditing } from './use-editing.ts'
import { useFocus } from './use-focus.ts'
import { usePageColors } from './use-page-colors.ts'

/** The page as customers will see it on each device: tiles are dragged and pulled, by mouse, finger or keyboard. */
export function LayoutField() {
  const { language } = useWords()
  const words = layoutWords[language]
  const locale = useLocale().code === 'en' ? 'en' : 'it'
  const [device, setDevice] = useState<FormFactor>('compact')
  const [said, setSaid] = useState('')
  const editing = useEditing()
  const { contents, hasFailed } = useContents(placedContents(editing.fields))
  const sections = readLayout(editing.fields, device, contents)
  const [frame, page] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const scale = useScale(frame, device)
  const colors = usePageColors(editing.fields['palette']?.value)
  const dragging = useDragging({ page, sections: readLayout(editing.kept, device, contents), device, editing })
  const focus = useFocus(page, sections)

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
      <CareWarnings fields={editing.fields} contents={contents} words={words} />
      <div ref={frame} className="mosaic-layout__frame">
        <div ref={page} className="mosaic-layout__page" data-device={device} style={{ ...colors, ...pageStyle(device, scale) }}>
          {sections.map(({ id }, index) => (
            <SectionCanvas key={id} {...{ sections, index, device, locale, editing, dragging, focus, words }} say={setSaid} />
          ))}
        </div>
      </div>
      <p className="mosaic-layout__said" aria-live="polite">
        {said}
      </p>
    </section>
  )
}
