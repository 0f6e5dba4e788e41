import { useId, useState, type Dispatch, type SetStateAction } from 'react'
import { Choice } from '../../../home/src/ui/choice.tsx'
import { useTexts } from '../desk-context.tsx'
import type { Page } from '../types.ts'
import { changeDevice, formFactorsOf, isVersion, type Platform, type SeenDevice } from './device.ts'
import { messages } from './messages.ts'

type DeviceSwitchesProps = {
  device: SeenDevice
  onDevice: Dispatch<SetStateAction<SeenDevice>>
  pages: readonly Page[]
  surface: string
  onSurface: (surface: string) => void
}

/** Which device, which app in which version, which page. */
export function DeviceSwitches({ device, onDevice, pages, surface, onSurface }: DeviceSwitchesProps) {
  const texts = useTexts(messages)
  const id = useId()
  const [version, setVersion] = useState(device.version)
  const isWrong = !isVersion(version)
  const change = (part: Partial<SeenDevice>) => onDevice((current) => changeDevice(current, part))
  return (
    <div className="seen-switches">
      <Choice
        legend={texts.device}
        isQuiet
        value={device.formFactor}
        options={formFactorsOf(device.platform).map((value) => ({ value, label: texts.devices[value] }))}
        onChange={(formFactor) => change({ formFactor })}
      />
      <label className="desk-field">
        {texts.platform}
        <select value={device.platform} onChange={({ target }) => change({ platform: target.value as Platform })}>
          {Object.entries(texts.platforms).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="desk-field seen-version">
        {texts.version}
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={version}
          placeholder={texts.versionHint}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => {
            setVersion(target.value)
            if (isVersion(target.value)) change({ version: target.value })
          }}
        />
      </label>
      <label className="desk-field seen-page">
        {texts.page}
        <select value={surface} onChange={({ target }) => onSurface(target.value)}>
          <option value="home">{texts.home}</option>
          {pages.map((page) => (
            <option key={page.id} value={page.id}>
              {page.title}
            </option>
          ))}
        </select>
      </label>
      {isWrong && (
        <p id={`${id}-wrong`} className="desk-wrong" role="status">
          {texts.versionWrong}
        </p>
      )}
    </div>
  )
}
